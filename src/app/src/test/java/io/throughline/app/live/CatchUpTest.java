package io.throughline.app.live;

import static io.throughline.app.live.InMemoryWorkSource.item;
import static io.throughline.app.live.IndexKeeperTest.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.MovableClock;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No event arrives here: the issues changed on another node, or in bulk. */
class CatchUpTest {
    private final InMemoryWorkSource source = new InMemoryWorkSource().put(item(1, 1), item(2, 1), item(3, 2));
    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final IndexKeeper keeper =
            new IndexKeeper(source, WorkRules::defaults, Runnable::run, clock, Duration.ofMillis(20));
    private final CatchUp catchUp = new CatchUp(keeper, source, clock);

    @BeforeEach
    void start() {
        keeper.start();
        eventually(() -> keeper.health().ready());
    }

    @AfterEach
    void stop() {
        keeper.stop();
    }

    private WorkItem done(long id, Instant updated) {
        WorkItem before = item(id, 1, 0, "Story", StatusCategory.DONE);
        return new WorkItem(
                id,
                before.key(),
                1,
                "P1",
                "Story",
                false,
                0,
                StatusCategory.DONE,
                "Done",
                null,
                null,
                updated,
                updated,
                false,
                null);
    }

    private boolean isDone(long id) {
        return keeper.index().get(id).orElseThrow().statusCategory() == StatusCategory.DONE;
    }

    @Test
    void anUpdateIsFoundByItsStamp() {
        source.put(done(1, clock.instant()));

        clock.forward(Duration.ofSeconds(20));
        catchUp.run();

        eventually(() -> isDone(1));
    }

    @Test
    void idsThatWereReadAheadAreThoseOfTheNextComparisonAndOfNoLater() {
        source.put(item(9, 2));
        catchUp.readAhead();
        source.put(item(10, 2));

        clock.forward(CatchUp.BETWEEN_IDS);
        catchUp.run();
        eventually(() -> keeper.index().get(9).isPresent());
        assertThat(keeper.index().get(10))
                .as("came later, and nobody announced it")
                .isEmpty();
        clock.forward(CatchUp.BETWEEN_IDS);
        catchUp.run();

        eventually(() -> keeper.index().get(10).isPresent());
    }

    @Test
    void whatIsGoneOrNewIsFoundByComparingIds() {
        source.put(item(9, 2));
        source.delete(2);

        clock.forward(CatchUp.BETWEEN_IDS);
        catchUp.run();

        eventually(() -> keeper.index().get(9).isPresent());
        eventually(() -> keeper.index().get(2).isEmpty());
    }

    @Test
    void aChangeThatTouchedNoStampIsFoundInTheNightWhileNumbersAreShownAndCounted() {
        source.put(done(1, keeper.index().get(1).orElseThrow().updated()));

        clock.forward(Duration.ofHours(15));
        catchUp.run();
        assertThat(isDone(1)).as("at three in the night").isFalse();
        assertThat(keeper.drift()).isEmpty();
        clock.forward(Duration.ofMinutes(20));
        catchUp.run();

        assertThat(keeper.health().ready()).isTrue();
        eventually(() -> keeper.drift().isPresent());
        assertThat(isDone(1)).isTrue();
        assertThat(keeper.drift()).contains(new Drift(clock.instant(), 3, 1));

        clock.forward(Duration.ofHours(24));
        catchUp.run();
        eventually(() -> keeper.drift().orElseThrow().at().equals(clock.instant()));
        assertThat(keeper.drift().orElseThrow().found()).as("the night after").isZero();
    }

    @Test
    void whatIsOnItsWayIsNoDriftAndWhatWentMissingIs() {
        clock.forward(Duration.ofHours(16));
        source.put(done(1, clock.instant().minusSeconds(1)));
        source.put(done(2, keeper.index().get(2).orElseThrow().updated()));
        source.delete(3);

        keeper.compareAll();

        eventually(() -> keeper.drift().isPresent());
        assertThat(keeper.drift()).as("2 and 3").contains(new Drift(clock.instant(), 2, 2));
        assertThat(isDone(1)).isTrue();
    }

    @Test
    void anArchivedIssueIsFoundBySearchFindingOneLessInItsProjectTwice() {
        source.put(archived(1, true));

        catchUp.run();
        assertThat(keeper.index().get(1).orElseThrow().archived()).isFalse();
        catchUp.run();
        eventually(() -> keeper.index().get(1).orElseThrow().archived());

        source.put(archived(1, false));
        catchUp.run();
        catchUp.run();
        eventually(() -> !keeper.index().get(1).orElseThrow().archived());
    }

    @Test
    void aDifferenceThatReadingDoesNotTakeAwayIsNotReadAgainAndAgain() {
        List<Long> asked = new CopyOnWriteArrayList<>();
        source.beforeReading(asked::addAll);
        source.lose(3);

        catchUp.run();
        catchUp.run();
        eventually(() -> asked.equals(List.of(3L)));
        catchUp.run();
        catchUp.run();
        source.put(archived(1, true));
        catchUp.run();
        catchUp.run();
        eventually(() -> keeper.index().get(1).orElseThrow().archived());

        assertThat(asked).containsOnlyOnce(3L);
    }

    private WorkItem archived(long id, boolean archived) {
        WorkItem before = keeper.index().get(id).orElseThrow();
        return new WorkItem(
                id,
                before.key(),
                1,
                "P1",
                "Story",
                false,
                0,
                StatusCategory.TO_DO,
                null,
                null,
                null,
                before.updated(),
                null,
                archived,
                null);
    }
}
