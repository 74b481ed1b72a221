package io.throughline.app.live;

import static io.throughline.app.live.InMemoryWorkSource.item;
import static io.throughline.app.live.IndexKeeperTest.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.app.MovableClock;
import io.throughline.app.store.InMemoryChangeFeed;
import io.throughline.app.store.StoreBusy;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes over the same issues; each sees only its own events. No catch-up runs: what arrives came by the feed. */
class FeedKeeperTest {
    private final InMemoryWorkSource source = new InMemoryWorkSource().put(item(1, 1), item(2, 1), item(3, 2));
    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final InMemoryChangeFeed feed = new InMemoryChangeFeed();
    private final IndexKeeper here = keeper();
    private final IndexKeeper there = keeper();
    private final FeedKeeper feedHere = new FeedKeeper(feed, here, "a", clock);
    private final FeedKeeper feedThere = new FeedKeeper(feed, there, "b", clock);

    private IndexKeeper keeper() {
        return new IndexKeeper(source, WorkRules::defaults, Runnable::run, clock, Duration.ofMillis(20));
    }

    @BeforeEach
    void start() {
        feedHere.start();
        feedThere.start();
        here.start();
        there.start();
        eventually(() -> here.health().ready() && there.health().ready());
    }

    @AfterEach
    void stop() {
        here.stop();
        there.stop();
    }

    private static Optional<StatusCategory> category(IndexKeeper keeper, long id) {
        return keeper.index().get(id).map(found -> found.statusCategory());
    }

    private void finish(long id) {
        source.put(item(id, 1, 0, "Story", StatusCategory.DONE));
    }

    @Test
    void whatChangesOnOneNodeIsReadByBoth() {
        finish(1);
        feedHere.changed(List.of(1L));
        eventually(() -> category(here, 1).equals(Optional.of(StatusCategory.DONE)));
        assertThat(category(there, 1)).contains(StatusCategory.TO_DO);

        feedHere.tick();
        feedThere.tick();

        eventually(() -> category(there, 1).equals(Optional.of(StatusCategory.DONE)));
    }

    @Test
    void aDeletionIsSeenByBothOnceItIsDone() {
        feedHere.changedSoon(1);
        feedHere.tick();
        feedThere.tick();
        source.delete(1);

        eventually(() -> category(here, 1).isEmpty() && category(there, 1).isEmpty());
    }

    @Test
    void aChangedProjectIsReadWholeByBoth() {
        source.put(item(1, 9), item(2, 9));
        feedHere.projectChanged(1);
        feedHere.tick();
        feedThere.tick();

        eventually(() -> there.index().get(2).orElseThrow().projectId() == 9);
        eventually(() -> here.index().get(2).orElseThrow().projectId() == 9);
    }

    @Test
    void whenNothingCanBeTrustedBothReadEverything() {
        finish(1);
        finish(2);
        feedHere.everythingChanged();
        feedHere.tick();
        feedThere.tick();

        eventually(() -> category(there, 2).equals(Optional.of(StatusCategory.DONE))
                && there.health().ready());
        eventually(() -> category(here, 2).equals(Optional.of(StatusCategory.DONE)));
    }

    @Test
    void whatCannotBeWrittenNowIsWrittenLater() {
        finish(1);
        feed.cutOff(true);
        feedHere.changed(List.of(1L));
        assertThatThrownBy(feedHere::tick).isInstanceOf(StoreBusy.class);
        feedHere.changed(List.of(2L));
        feed.cutOff(false);

        feedHere.tick();
        feedThere.tick();

        eventually(() -> category(there, 1).equals(Optional.of(StatusCategory.DONE)));
        assertThat(feed.since(0, "b").notes())
                .singleElement()
                .satisfies(note -> assertThat(note.ids()).containsExactly(1, 2));
    }

    @Test
    void whoCannotHearTheOthersLagsAndHealsByItself() {
        feedThere.tick();
        feed.cutOff(true);
        clock.forward(Duration.ofSeconds(5));
        assertThat(there.health().lagSeconds()).isZero();

        clock.forward(Duration.ofSeconds(25));
        assertThatThrownBy(feedThere::tick).isInstanceOf(StoreBusy.class);
        assertThat(there.health().lagSeconds()).isEqualTo(30);

        feed.cutOff(false);
        feedThere.tick();
        assertThat(there.health().lagSeconds()).isZero();
    }

    @Test
    void aNoteIsAsOldAsItsEvent() {
        CountDownLatch readable = new CountDownLatch(1);
        source.beforeReading(ids -> waitFor(readable));
        feedHere.changed(List.of(1L));
        feedHere.tick();
        clock.forward(Duration.ofSeconds(3));

        feedThere.tick();

        assertThat(there.health().lagSeconds()).isEqualTo(3);
        readable.countDown();
        eventually(() -> there.health().lagSeconds() == 0);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatWasPrunedBeforeItWasReadIsFoundByReadingEverything() {
        finish(1);
        feedHere.changed(List.of(1L));
        feedHere.tick();
        feedHere.changed(List.of(2L));
        feedHere.tick();
        feed.pruneBefore(2);

        feedThere.tick();

        eventually(() -> category(there, 1).equals(Optional.of(StatusCategory.DONE)));
    }

    @Test
    void fromTimeToTimeANodeSaysHowFarItIs() {
        feedHere.tick();
        assertThat(feed.readers()).containsEntry("a", 0L);
        feedThere.changed(List.of(1L));
        feedThere.tick();

        feedHere.tick();
        assertThat(feed.readers()).containsEntry("a", 0L);

        clock.forward(FeedKeeper.BETWEEN_TELLING);
        feedHere.tick();
        assertThat(feed.readers()).containsEntry("a", 1L);
    }

    @Test
    void aBulkChangeIsSeveralNotes() {
        List<Long> many = LongStream.rangeClosed(1, 25_000).boxed().toList();
        feedHere.changed(many);
        feedHere.tick();

        assertThat(feed.since(0, "b").notes())
                .extracting(note -> note.ids().length)
                .containsExactly(10_000, 10_000, 5_000);
    }
}
