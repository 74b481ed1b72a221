package io.throughline.app.live;

import static io.throughline.app.live.InMemoryWorkSource.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.MovableClock;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IndexKeeperTest {
    private final InMemoryWorkSource source = new InMemoryWorkSource();
    private final IndexKeeper keeper =
            new IndexKeeper(source, WorkRules::defaults, Runnable::run, Clock.systemUTC(), Duration.ofMillis(20));

    @AfterEach
    void stop() {
        keeper.stop();
    }

    @Test
    void aFillReadsEveryIssueOfEveryProject() {
        for (long id = 1; id <= 3 * IndexKeeper.CHUNK + 7; id++) {
            source.put(item(id, id % 4));
        }

        keeper.start();

        eventually(() -> keeper.health().ready());
        assertThat(keeper.index().size()).isEqualTo(3 * IndexKeeper.CHUNK + 7);
        assertThat(keeper.health()).isEqualTo(new IndexHealth(true, 1507, 1507, 0));
    }

    @Test
    void anEmptyJiraIsReadyWithNothing() {
        keeper.start();

        eventually(() -> keeper.health().ready());
        assertThat(keeper.health().total()).isZero();
    }

    @Test
    void startingReturnsBeforeAnythingIsRead() throws InterruptedException {
        source.put(item(1, 1));
        CountDownLatch go = new CountDownLatch(1);
        source.beforeReading(ids -> await(go));

        keeper.start();

        assertThat(keeper.health().ready()).isFalse();
        assertThat(keeper.index().size()).isZero();
        go.countDown();
        eventually(() -> keeper.health().ready());
    }

    @Test
    void aChangeAfterItsIssueWasReadButBeforeTheFillEndsIsNotLost() {
        source.put(item(1, 1));
        AtomicBoolean once = new AtomicBoolean();
        source.afterReading(ids -> {
            if (once.compareAndSet(false, true)) {
                source.put(item(1, 1, 0, "Story", StatusCategory.DONE));
                keeper.changed(List.of(1L));
            }
        });

        keeper.start();

        eventually(() -> category(1).equals(Optional.of(StatusCategory.DONE)));
    }

    @Test
    void anIssueCreatedDuringTheFillIsThere() {
        source.put(item(1, 1));
        AtomicBoolean once = new AtomicBoolean();
        source.afterReading(ids -> {
            if (once.compareAndSet(false, true)) {
                source.put(item(900, 9));
                keeper.changed(List.of(900L));
            }
        });

        keeper.start();

        eventually(() -> keeper.index().get(900).isPresent());
    }

    @Test
    void anIssueDeletedDuringTheFillIsNotThere() {
        source.put(item(1, 1), item(2, 1));
        AtomicBoolean once = new AtomicBoolean();
        source.afterReading(ids -> {
            if (once.compareAndSet(false, true)) {
                source.delete(2);
                keeper.changed(List.of(2L));
            }
        });

        keeper.start();

        eventually(() -> keeper.health().ready() && keeper.index().get(2).isEmpty());
        assertThat(keeper.index().get(1)).isPresent();
    }

    @Test
    void changesNotedBeforeTheStartAreReadToo() {
        keeper.changed(List.of(5L));
        source.put(item(5, 1));

        keeper.start();

        eventually(() -> keeper.index().get(5).isPresent());
    }

    @Test
    void aDeletedIssueLeavesTheIndexWithItsSubTasks() {
        source.put(item(1, 1), item(2, 1, 1, "Sub-task", StatusCategory.TO_DO));
        ready();

        source.delete(1);
        source.delete(2);
        keeper.changed(List.of(1L));

        eventually(() -> keeper.index().size() == 0);
    }

    @Test
    void anIssueAboutToBeDeletedStaysUntilItIsGone() {
        source.put(item(1, 1));
        ready();

        keeper.changedSoon(1);
        source.delete(1);

        eventually(() -> keeper.index().size() == 0);
    }

    @Test
    void aMoveTakesTheSubTasksAlong() {
        source.put(item(1, 1), item(2, 1, 1, "Sub-task", StatusCategory.TO_DO));
        ready();

        source.put(item(1, 7), item(2, 7, 1, "Sub-task", StatusCategory.TO_DO));
        keeper.changed(List.of(1L));

        eventually(() -> keeper.index().get(2).map(WorkItem::projectId).equals(Optional.of(7L)));
    }

    @Test
    void aReparentedIssueHasItsNewParent() {
        source.put(
                item(1, 1, 0, "Epic", StatusCategory.TO_DO),
                item(2, 1, 0, "Epic", StatusCategory.TO_DO),
                item(3, 1, 1, "Story", StatusCategory.TO_DO));
        ready();

        source.put(item(3, 1, 2, "Story", StatusCategory.TO_DO));
        keeper.changed(List.of(3L));

        eventually(() -> keeper.index().get(3).map(WorkItem::parentId).equals(Optional.of(2L)));
    }

    @Test
    void aChangedProjectBringsItsNewIssuesAndDropsItsOldOnes() {
        source.put(item(1, 1), item(2, 1));
        ready();

        source.delete(1);
        source.put(item(3, 1));
        keeper.projectChanged(1);

        eventually(
                () -> keeper.index().get(1).isEmpty() && keeper.index().get(3).isPresent());
        assertThat(keeper.index().size()).isEqualTo(2);
    }

    @Test
    void aSecondFillForgetsWhatWasDeletedWithoutAnEvent() {
        source.put(item(1, 1), item(2, 1));
        ready();

        source.delete(2);
        keeper.refill();

        eventually(() -> keeper.health().ready() && keeper.index().size() == 1);
    }

    @Test
    void anotherReadingShowsNumbersMeanwhileButWithholdsThemWhenMuchWasUnknown() {
        fill(1, 2 * IndexKeeper.CHUNK);
        keeper.start();
        eventually(() -> keeper.health().ready());
        CountDownLatch go = new CountDownLatch(1);
        source.beforeReading(ids -> await(go));

        keeper.readAllAgain();
        pause(100);
        assertThat(keeper.health()).as("all is known").isEqualTo(new IndexHealth(true, 1000, 1000, 0));

        fill(2 * IndexKeeper.CHUNK + 1, 4 * IndexKeeper.CHUNK);
        go.countDown();
        CountDownLatch again = new CountDownLatch(1);
        source.beforeReading(ids -> await(again));
        keeper.readAllAgain();

        eventually(() -> !keeper.health().ready());
        again.countDown();
        eventually(() -> keeper.health().equals(new IndexHealth(true, 2000, 2000, 0)));
    }

    private void fill(long from, long to) {
        for (long id = from; id <= to; id++) {
            source.put(item(id, id % 4));
        }
    }

    @Test
    void oneBrokenIssueDoesNotHideTheOthersAndIsTriedAgain() {
        source.put(item(1, 1), item(2, 1), item(3, 1));
        source.breakIssue(2);
        ready();
        assertThat(keeper.index().get(1)).isPresent();
        assertThat(keeper.index().get(2)).isEmpty();

        source.mend(2);

        eventually(() -> keeper.index().get(2).isPresent());
    }

    @Test
    void aFillWaitsForASourceThatIsDown() {
        source.put(item(1, 1), item(2, 1));
        source.takeDown(true);
        keeper.start();
        sleep();
        assertThat(keeper.health().ready()).isFalse();

        source.takeDown(false);

        eventually(() -> keeper.health().ready() && keeper.index().size() == 2);
    }

    @Test
    void aChangeWhileTheSourceIsDownIsReadLaterAndCountsAsLag() {
        MovableClock clock = new MovableClock(Instant.parse("2026-03-01T10:00:00Z"));
        IndexKeeper late = new IndexKeeper(source, WorkRules::defaults, Runnable::run, clock, Duration.ofMillis(20));
        source.put(item(1, 1), item(2, 1));
        late.start();
        eventually(() -> late.health().ready());

        source.takeDown(true);
        source.put(item(1, 1, 0, "Story", StatusCategory.DONE));
        late.changed(List.of(1L, 2L));
        clock.forward(Duration.ofSeconds(42));
        assertThat(late.health().lagSeconds()).isEqualTo(42);

        source.takeDown(false);
        eventually(() -> late.health().lagSeconds() == 0);
        assertThat(late.index().get(1).map(WorkItem::statusCategory)).contains(StatusCategory.DONE);
        late.stop();
    }

    @Test
    void aStoppedKeeperReadsNothingMore() {
        ready();

        keeper.stop();
        source.put(item(1, 1));
        keeper.changed(List.of(1L));
        sleep();

        assertThat(keeper.index().size()).isZero();
    }

    private void ready() {
        keeper.start();
        eventually(() -> keeper.health().ready());
    }

    private Optional<StatusCategory> category(long id) {
        return keeper.index().get(id).map(WorkItem::statusCategory);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep() {
        pause(100);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still not so after 5 s").isLessThan(end);
            pause(2);
        }
    }
}
