package io.throughline.app.live;

import static io.throughline.app.live.InMemoryWorkSource.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.MovableClock;
import io.throughline.app.access.Caller;
import io.throughline.app.store.Settings;
import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.work.QueryMembers;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveRollupTest {
    private static final Caller VIEWER = new Caller("exec", "exec", true, false, false);

    private final SmallStrategy strategy = new SmallStrategy();
    private final InMemoryWorkSource source = new InMemoryWorkSource();
    private final OpenBrowsing browsing = new OpenBrowsing();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-07-02T10:00:00Z"));
    private final IndexKeeper keeper = new IndexKeeper(
            source, () -> strategy.store.settings().workRules(), Runnable::run, clock, Duration.ofMillis(20));
    private QueryMembers queries = QueryMembers.none();
    private final LiveRollup rollup = new LiveRollup(keeper, strategy.store, browsing, () -> queries, clock);

    @BeforeEach
    void epicWithStoriesAndASecondProject() {
        source.put(
                item(1, 1, 0, "Epic", StatusCategory.IN_PROGRESS),
                item(2, 1, 1, "Story", StatusCategory.DONE),
                item(3, 1, 1, "Story", StatusCategory.TO_DO),
                item(4, 2, 1, "Story", StatusCategory.TO_DO),
                item(5, 2, 0, "Story", StatusCategory.TO_DO));
        keeper.start();
        IndexKeeperTest.eventually(() -> keeper.health().ready());
    }

    @AfterEach
    void stop() {
        keeper.stop();
    }

    @Test
    void anEpicMovesTheObjectiveThatItIsLinkedTo() {
        strategy.linkIssue("OBJ-1", "P1-1", 1);

        DeliveryBlock before = delivery("OBJ-1");
        source.put(item(3, 1, 1, "Story", StatusCategory.DONE));
        change(3);
        DeliveryBlock after = delivery("OBJ-1");

        assertThat(before.total()).isEqualTo(3);
        assertThat(before.done()).isEqualTo(1);
        assertThat(after.done()).isEqualTo(2);
    }

    @Test
    void whatDidNotChangeIsNotComputedAgain() {
        assertThat(rollup.scoring(strategy.store.model())).isSameAs(rollup.scoring(strategy.store.model()));

        strategy.linkIssue("OBJ-1", "P1-1", 1);
        var linked = rollup.scoring(strategy.store.model());
        clock.forward(Duration.ofDays(1));

        assertThat(rollup.scoring(strategy.store.model())).isNotSameAs(linked);
    }

    @Test
    void itemsThatTheViewerMayNotBrowseAreCountedAsHiddenAndStayInTheTotals() {
        strategy.linkIssue("OBJ-1", "P1-1", 1);
        browsing.hideProject(2);

        PlanReading reading = rollup.plan(strategy.store.model(), "PLAN-1", VIEWER);

        assertThat(reading.score().delivery("OBJ-1").items()).isEqualTo(3);
        assertThat(reading.hidden("OBJ-1")).isEqualTo(1);
        assertThat(reading.hidden("PLAN-1")).isEqualTo(1);
        assertThat(reading.hidden(1L)).isEqualTo(1);
        assertThat(reading.hidden("OBJ-2")).isZero();
    }

    @Test
    void theItemsBehindANumberLeaveOutWhatTheViewerMayNotBrowse() {
        strategy.linkIssue("OBJ-1", "P1-1", 1);
        browsing.hideProject(2);

        WorkPage page = rollup.work(strategy.store.model(), "OBJ-1", VIEWER, 0, 50);

        assertThat(page.total()).isEqualTo(2);
        assertThat(page.rows()).extracting(WorkPage.Row::key).containsExactly("P1-2", "P1-3");
        assertThat(page.rows().get(0).via()).isEqualTo(new Reach(Reach.Kind.PARENT, "P1-1", 1));
        assertThat(page.rows().get(0).size()).isEqualTo(1.0);
    }

    @Test
    void pagesOfItemsDoNotOverlap() {
        strategy.linkIssue("OBJ-1", "P1-1", 1);

        WorkPage first = rollup.work(strategy.store.model(), "OBJ-1", VIEWER, 0, 2);
        WorkPage second = rollup.work(strategy.store.model(), "OBJ-1", VIEWER, 2, 2);
        WorkPage beyond = rollup.work(strategy.store.model(), "OBJ-1", VIEWER, 9, 2);

        assertThat(first.rows()).hasSize(2);
        assertThat(second.rows()).hasSize(1);
        assertThat(second.rows()).doesNotContainAnyElementsOf(first.rows());
        assertThat(beyond).isEqualTo(new WorkPage(3, List.of()));
    }

    @Test
    void aStoryReachesWhatItsEpicIsLinkedTo() {
        strategy.linkIssue("OBJ-1", "P1-1", 1).linkProject("OBJ-2", "P2", 2);

        assertThat(alignment("P1-3"))
                .contains(new IssueAlignment(
                        "P1-3",
                        IssueAlignment.State.ALIGNED,
                        List.of(new IssueAlignment.Reached("OBJ-1", new Reach(Reach.Kind.PARENT, "P1-1", 1)))));
        assertThat(alignment("P2-5").orElseThrow().reached())
                .containsExactly(new IssueAlignment.Reached("OBJ-2", new Reach(Reach.Kind.PROJECT, "P2", 2)));
    }

    @Test
    void aLinkedIssueThatTheViewerMayNotBrowseIsNotNamed() {
        strategy.linkIssue("OBJ-1", "P1-1", 1).linkProject("OBJ-2", "P2", 2);
        browsing.hideIssue(1).hideProject(2);

        assertThat(alignment("P1-3").orElseThrow().reached())
                .containsExactly(new IssueAlignment.Reached("OBJ-1", new Reach(Reach.Kind.PARENT, null, 1)));
        assertThat(alignment("P2-5").orElseThrow().reached().get(0).via().ref()).isNull();
    }

    @Test
    void anIssueWithoutALinkAboveItIsAnOrphan() {
        assertThat(alignment("P2-5")).contains(new IssueAlignment("P2-5", IssueAlignment.State.ORPHAN, List.of()));
    }

    @Test
    void anIssueThatMayNotBeBrowsedLooksAbsent() {
        browsing.hideIssue(5);

        assertThat(alignment("P2-5")).isEmpty();
        assertThat(alignment("P2-999")).isEmpty();
    }

    @Test
    void levelsThatAreMappedAnewMakeTheWorkBeReadAgain() {
        Settings now = strategy.store.settings();
        strategy.store.write(
                "admin",
                draft -> draft.put(new Settings(
                        now.cancelledResolutions(),
                        Map.of("Epic", 1, "Initiative", 2, "Capability", 3),
                        now.defaultPoints(),
                        now.defaultSeconds(),
                        now.view(),
                        now.edit(),
                        now.administer(),
                        5_000,
                        now.fill(),
                        now.version())));
        source.delete(5);

        rollup.scoring(strategy.store.model());

        IndexKeeperTest.eventually(
                () -> keeper.health().ready() && keeper.index().size() == 4);
    }

    @Test
    void otherSettingsAreInTheNextNumberWithoutReadingAgain() {
        WorkRules before =
                rollup.scoring(strategy.store.model()).moment().work().rules();
        Settings now = strategy.store.settings();
        strategy.store.write(
                "admin",
                draft -> draft.put(new Settings(
                        List.of("Never"),
                        now.levels(),
                        now.defaultPoints(),
                        now.defaultSeconds(),
                        now.view(),
                        now.edit(),
                        now.administer(),
                        5_000,
                        now.fill(),
                        now.version())));

        assertThat(rollup.scoring(strategy.store.model()).moment().work().rules())
                .isNotEqualTo(before);
        assertThat(rollup.health().ready()).isTrue();
    }

    private DeliveryBlock delivery(String key) {
        return rollup.plan(strategy.store.model(), "PLAN-1", VIEWER).score().delivery(key);
    }

    private Optional<IssueAlignment> alignment(String issue) {
        return rollup.alignment(strategy.store.model(), issue, VIEWER);
    }

    private void change(long id) {
        long before = keeper.index().version();
        keeper.changed(List.of(id));
        IndexKeeperTest.eventually(() -> keeper.index().version() > before);
        clock.forward(Duration.ofSeconds(1));
    }
}
