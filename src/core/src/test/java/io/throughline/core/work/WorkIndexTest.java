package io.throughline.core.work;

import static io.throughline.core.work.StatusCategory.DONE;
import static io.throughline.core.work.StatusCategory.TO_DO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.core.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkIndexTest {
    private final WorkIndex index = new WorkIndex();

    private WorkView view() {
        return index.view(WorkRules.defaults());
    }

    private int at(long id) {
        return view().position(id).orElseThrow();
    }

    @Test
    void whatWasPutComesBackAsItWas() {
        WorkItem full = new WorkItem(
                7, "A-7", 3, "A", "Story", false, 9, DONE, "Fixed", 2.5, 3600L, World.THEN, World.THEN, true, 12L);
        WorkItem bare = World.item(8, "Sub-task", 0, TO_DO).build();
        WorkItem odd = World.item(9, "Bug", 1, TO_DO).points(-1.0).seconds(-1L).build();

        index.upsertAll(List.of(full, bare, odd));

        assertThat(index.get(7)).contains(full);
        assertThat(index.get(8)).contains(bare);
        assertThat(index.get(9)).contains(odd);
        assertThat(index.get(10)).isEmpty();
        assertThat(index.size()).isEqualTo(3);
    }

    @Test
    void theVersionRisesWithEachChangeAndOnlyThen() {
        assertThat(index.version()).isZero();
        index.upsert(World.item(1, "Story", 0, TO_DO).build());
        assertThat(index.version()).isEqualTo(1);
        index.upsert(World.item(1, "Story", 0, TO_DO).build());
        assertThat(index.version()).isEqualTo(1);
        index.upsert(World.item(1, "Story", 0, DONE).build());
        assertThat(index.version()).isEqualTo(2);
        index.remove(99);
        assertThat(index.version()).isEqualTo(2);
        index.remove(1);
        assertThat(index.version()).isEqualTo(3);
        index.clear();
        assertThat(index.version()).isEqualTo(4);
    }

    @Test
    void aViewShowsEachChangeAndIsMadeOncePerRules() {
        index.upsert(World.item(1, "Story", 0, TO_DO).build());
        WorkView view = view();

        assertThat(view()).isSameAs(view);
        assertThat(view.isOpen(0)).isTrue();
        assertThat(view.version()).isEqualTo(1);
        index.upsert(World.item(1, "Story", 0, DONE).build());

        assertThat(view()).isSameAs(view);
        assertThat(view.isOpen(0)).isFalse();
        assertThat(view.version()).isEqualTo(2);
        assertThat(index.view(new WorkRules(Map.of(), Set.of(), 1, 1))).isNotSameAs(view);
        assertThat(index.version()).isEqualTo(3);
    }

    @Test
    void aClearedIndexIsEmptyAndCanBeFilledAgain() {
        for (long id = 1; id <= 100; id++) {
            index.upsert(World.item(id, "Story", 0, TO_DO).build());
        }

        index.clear();

        assertThat(index.size()).isZero();
        assertThat(index.get(5)).isEmpty();
        assertThat(view().size()).isZero();
        index.upsert(World.item(5, "Story", 0, TO_DO).build());
        assertThat(index.get(5)).isPresent();
    }

    @Test
    void aViewShowsWhatItsItemsAre() {
        index.upsert(new WorkItem(
                7, "A-7", 3, "A", "Story", false, 0, DONE, "Won't Do", 2.5, 60L, World.THEN, World.THEN, true, 12L));
        index.upsert(World.item(8, "Story", 0, TO_DO).build());
        WorkView view = view();

        assertThat(view.key(at(7))).isEqualTo("A-7");
        assertThat(view.id(at(7))).isEqualTo(7);
        assertThat(view.projectKey(view.project(at(7)))).contains("A");
        assertThat(view.projectNumber(3)).hasValue(view.project(at(7)));
        assertThat(view.projectNumber(99)).isEmpty();
        assertThat(view.projectKey(99)).isEmpty();
        assertThat(view.projectCount()).isEqualTo(2);
        assertThat(view.category(at(7))).isEqualTo(DONE);
        assertThat(view.isOpen(at(7))).isFalse();
        assertThat(view.isOpen(at(8))).isTrue();
        assertThat(view.isCancelled(at(7))).isTrue();
        assertThat(view.isCancelled(at(8))).isFalse();
        assertThat(view.isArchived(at(7))).isTrue();
        assertThat(view.isArchived(at(8))).isFalse();
        assertThat(view.updated(at(7))).isEqualTo(World.THEN);
        assertThat(view.resolvedQuarter(at(7)) * WorkView.QUARTER).isEqualTo(World.THEN.toEpochMilli());
        assertThat(view.resolvedQuarter(at(8))).isZero();
        assertThat(view.securityLevel(at(7))).hasValue(12);
        assertThat(view.securityLevel(at(8))).isEmpty();
        assertThat(view.rules()).isEqualTo(WorkRules.defaults());
        assertThat(view.position(0)).isEmpty();
        assertThat(view.position(-3)).isEmpty();
        assertThat(view.position(99)).isEmpty();
    }

    @Test
    void aResolutionInTheFarFutureIsTheLastThatCanBeSaidAndDisturbsNothingElse() {
        Instant never = Instant.parse("9999-12-31T00:00:00Z");
        index.upsert(new WorkItem(
                7, "A-7", 3, "A", "Story", false, 0, DONE, "Done", 2.5, 60L, World.THEN, never, false, null));

        assertThat(index.get(7).orElseThrow().resolved()).isEqualTo(Instant.parse("2209-03-30T07:45:00Z"));
        assertThat(view().isArchived(at(7))).isFalse();
        assertThat(view().category(at(7))).isEqualTo(DONE);
    }

    @Test
    void parentsComeBeforeChildrenAndSiblingsStandTogether() {
        index.upsertAll(List.of(
                World.item(1, "Story", 20, TO_DO).build(),
                World.item(2, "Story", 10, TO_DO).build(),
                World.item(3, "Story", 20, TO_DO).build(),
                World.item(4, "Sub-task", 3, TO_DO).build(),
                World.item(10, "Epic", 30, TO_DO).build(),
                World.item(20, "Epic", 0, TO_DO).build(),
                World.item(30, "Initiative", 0, TO_DO).build()));
        index.settle();
        WorkView view = view();

        List<Long> ids = java.util.stream.IntStream.range(0, view.size())
                .mapToObj(view::id)
                .toList();

        assertThat(ids).containsExactly(30L, 20L, 10L, 1L, 3L, 2L, 4L);
        assertThat(view.parent(at(10))).isEqualTo(at(30));
        assertThat(view.parent(at(30))).isEqualTo(WorkView.NONE);
        assertThat(view.level(at(30))).isEqualTo(2);
        assertThat(view.level(at(10))).isEqualTo(1);
        assertThat(view.level(at(1))).isZero();
        assertThat(view.level(at(4))).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        // child type, parent type, kept
        "Sub-task, Story, true",
        "Sub-task, Epic, true",
        "Story, Epic, true",
        "Story, Initiative, true",
        "Epic, Initiative, true",
        "Story, Story, false",
        "Story, Sub-task, false",
        "Epic, Epic, false",
        "Epic, Story, false",
        "Initiative, Epic, false",
        "Sub-task, Sub-task, false"
    })
    void aParentIsKeptOnlyIfItsLevelIsStrictlyHigher(String child, String parent, boolean kept) {
        index.upsert(World.item(1, child, 2, TO_DO).build());
        index.upsert(World.item(2, parent, 0, TO_DO).build());

        assertThat(view().parent(at(1))).isEqualTo(kept ? at(2) : WorkView.NONE);
        assertThat(view().staleParents()).isEqualTo(kept ? 0 : 1);
    }

    @Test
    void aMissingParentIsNoStaleOneAndCountsWhenItArrives() {
        index.upsert(World.item(1, "Story", 2, TO_DO).build());
        assertThat(view().staleParents()).isZero();
        assertThat(view().parent(at(1))).isEqualTo(WorkView.NONE);

        index.upsert(World.item(2, "Epic", 0, TO_DO).build());
        assertThat(view().parent(at(1))).isEqualTo(at(2));

        index.remove(2);
        assertThat(view().parent(at(1))).isEqualTo(WorkView.NONE);
    }

    @Test
    void ringsOfParentsBreakAtTheStaleOnes() {
        index.upsert(World.item(1, "Story", 2, TO_DO).build());
        index.upsert(World.item(2, "Epic", 1, TO_DO).build());
        index.upsert(World.item(3, "Story", 3, TO_DO).build());

        assertThat(view().staleParents()).isEqualTo(2);
        assertThat(view().parent(at(1))).isEqualTo(at(2));
    }

    @Test
    void levelsAreMappedByNameWithoutCaseAndChangeWithoutReadingAgain() {
        index.upsert(World.item(1, "Feature", 2, TO_DO).build());
        index.upsert(World.item(2, "EPIC", 0, TO_DO).build());
        assertThat(view().level(at(1))).isZero();
        assertThat(view().parent(at(1))).isEqualTo(at(2));

        WorkView mapped = index.view(new WorkRules(Map.of("feature", 1, "Epic", 1), Set.of(), 1, 1));

        assertThat(mapped.level(mapped.position(1).orElseThrow())).isEqualTo(1);
        assertThat(mapped.staleParents()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anIndexOfManyChangesKnowsWhatAMapKnows(long seed) {
        Random random = new Random(seed);
        Map<Long, WorkItem> expected = new HashMap<>();
        for (int change = 0; change < 20_000; change++) {
            long id = 1 + random.nextInt(3000);
            if (random.nextInt(3) == 0) {
                index.remove(id);
                expected.remove(id);
            } else {
                WorkItem item = World.item(id, "Story", change, TO_DO).build();
                index.upsert(item);
                expected.put(id, item);
            }
        }

        assertThat(index.size()).isEqualTo(expected.size());
        for (long id = 1; id <= 3000; id++) {
            assertThat(index.get(id).orElse(null)).isEqualTo(expected.get(id));
        }
    }

    @Test
    void anIdIsMoreThanZero() {
        assertThatThrownBy(() -> World.item(0, "Story", 0, TO_DO).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was 0");
    }

    @Test
    void queryMembersAreReplacedNotChanged() {
        Instant later = World.THEN.plusSeconds(60);
        QueryMembers first = QueryMembers.none().with(1, new long[] {5, 3, 5}, World.THEN);
        QueryMembers second = first.with(1, new long[] {9}, later);

        assertThat(QueryMembers.none().version()).isZero();
        assertThat(first.issues(1)).containsExactly(3, 5);
        assertThat(first.version()).isEqualTo(1);
        assertThat(second.issues(1)).containsExactly(9);
        assertThat(second.evaluatedAt(1)).contains(later);
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.without(1).issues(1)).isEmpty();
        assertThat(second.without(1).version()).isEqualTo(3);
        assertThat(second.without(1).evaluatedAt(1)).isEmpty();
        first.issues(1)[0] = 77;
        assertThat(first.issues(1)).containsExactly(3, 5);
    }
}
