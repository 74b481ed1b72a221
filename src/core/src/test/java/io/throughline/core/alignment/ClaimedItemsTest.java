package io.throughline.core.alignment;

import static io.throughline.core.work.StatusCategory.TO_DO;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.World;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkRules;
import io.throughline.core.work.WorkView;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Linked items stand in the list by position, wherever they have moved, and those that are not there do not. */
class ClaimedItemsTest {
    private final World world = new World()
            .plan("PLAN-1")
            .theme("TH-1", "PLAN-1")
            .objective("OBJ-1", "TH-1")
            .linkIssue("OBJ-1", 30)
            .linkIssue("OBJ-1", 10)
            .linkIssue("OBJ-1", 99);

    private final LinkSets sets = new LinkSets();
    private final ClaimedItems items = new ClaimedItems();
    private final WorkIndex index = new WorkIndex();
    private Claims claims;

    @BeforeEach
    void start() {
        claims = new Claims(world.model(), new LinkTable(world.model()), sets);
        for (long id : new long[] {10, 20, 30, 40}) {
            index.upsert(World.item(id, "Story", 0, TO_DO).build());
        }
    }

    private WorkView view() {
        return index.view(WorkRules.defaults());
    }

    private BitSet find() {
        BitSet itself = new BitSet();
        itself.set(1000); // of before: has to go
        items.find(claims, view(), itself);
        return itself;
    }

    private int at(long id) {
        return view().position(id).orElseThrow();
    }

    @Test
    void theyAreCountedByPositionWithTheirLinks() {
        find();

        assertThat(items.position(0)).isEqualTo(at(10));
        assertThat(items.position(1)).isEqualTo(at(30));
        assertThat(items.claims(0)).isEqualTo(claims.ofIssue(10)).isNotEqualTo(LinkSets.EMPTY);
        assertThat(items.claims(1)).isEqualTo(claims.ofIssue(30));
        assertThat(items.position(2))
                .as("one that is not there stands after all")
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(items.position(3)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void theFirstFromAPositionIsTheOneThereOrTheNext() {
        find();

        assertThat(items.firstFrom(0)).isZero();
        assertThat(items.firstFrom(at(10) + 1)).isEqualTo(1);
        assertThat(items.firstFrom(at(30))).isEqualTo(1);
        assertThat(items.firstFrom(at(30) + 1)).isEqualTo(2);
    }

    @Test
    void bitsAreSetWhereTheyStandAndNowhereElse() {
        assertThat(find().stream()).containsExactlyInAnyOrder(at(10), at(30));
    }

    @Test
    void oneThatComesLaterIsFoundAndOneThatGoesIsNot() {
        find();
        index.upsert(World.item(99, "Story", 0, TO_DO).build());
        index.remove(10);

        assertThat(find().stream()).containsExactly(at(30), at(99));
        assertThat(items.claims(items.firstFrom(at(99)))).isEqualTo(claims.ofIssue(99));
    }

    @Test
    void theyAreFoundAgainWhenPositionsHaveChanged() {
        index.upsertAll(IntStream.range(100, 200)
                .mapToObj(id -> World.item(id, "Initiative", 0, TO_DO).build())
                .toList());
        find();
        int before = at(30);
        index.settle();

        assertThat(at(30)).isNotEqualTo(before);
        assertThat(find().stream()).containsExactlyInAnyOrder(at(10), at(30));
        assertThat(items.position(0)).isEqualTo(Math.min(at(10), at(30)));
    }

    @Test
    void aClaimThatAQueryTakesBackIsGoneThoughTheItemStandsWhereItStood() {
        world.linkQuery("OBJ-1", 20);
        claims = new Claims(world.model(), new LinkTable(world.model()), sets);
        claims.follow(world.queries(), issue -> {});
        assertThat(find().get(at(20))).isTrue();

        world.members.values().forEach(found -> found[0] = 40);
        claims.follow(world.queries(), issue -> {});

        assertThat(find().stream()).containsExactlyInAnyOrder(at(10), at(30), at(40));
    }
}
