package io.throughline.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.throughline.app.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.java.ao.Query;
import org.junit.jupiter.api.Test;

/** Two nodes on one database. Their locks do not know each other, as if the cluster's were lost: the rows have to do. */
abstract class ChangeFeedContract {
    private static final Instant THEN = Instant.parse("2026-07-01T10:00:00.123Z");

    private final MovableClock clock = new MovableClock();
    private final ChangeFeed here = new AoChangeFeed(ao(), new LocalLocks(), clock);
    private final ChangeFeed there = new AoChangeFeed(ao(), new LocalLocks(), clock);

    abstract ActiveObjects ao();

    private static WorkNote issues(long... ids) {
        return new WorkNote(WorkNote.Kind.ISSUES, ids, THEN);
    }

    private int rows() {
        return ao().count(FeedRow.class, Query.select());
    }

    @Test
    void theOtherNodeReadsWhatOneWroteInItsOrder() {
        WorkNote everything = new WorkNote(WorkNote.Kind.EVERYTHING, new long[0], THEN);
        here.append("a", List.of(issues(30, 10, 10), everything));
        there.append("b", List.of(issues(7)));

        ChangeFeed.News forB = there.since(0, "b");
        assertThat(forB.notes()).containsExactly(issues(10, 30), everything);
        assertThat(forB.complete()).isTrue();
        assertThat(forB.more()).isFalse();
        assertThat(here.since(0, "a").notes()).containsExactly(issues(7));
        assertThat(there.since(forB.upTo(), "b").notes()).isEmpty();
        assertThat(here.newest()).isEqualTo(3).isEqualTo(forB.upTo());
    }

    @Test
    void whoHasNothingToReadStaysWhereItIs() {
        assertThat(here.newest()).isZero();
        assertThat(here.since(0, "a")).isEqualTo(new ChangeFeed.News(List.of(), 0, true, false));

        here.append("a", List.of(issues(1)));
        assertThat(here.since(1, "a")).isEqualTo(new ChangeFeed.News(List.of(), 1, true, false));
    }

    @Test
    void aLongFeedComesPageByPage() {
        List<WorkNote> many = new ArrayList<>();
        for (long id = 1; id <= 450; id++) {
            many.add(issues(id));
        }
        here.append("a", many);

        List<WorkNote> read = new ArrayList<>();
        long at = 0;
        int pages = 0;
        ChangeFeed.News news;
        do {
            news = there.since(at, "b");
            assertThat(news.complete()).isTrue();
            read.addAll(news.notes());
            at = news.upTo();
            pages++;
        } while (news.more());
        assertThat(read).isEqualTo(many);
        assertThat(pages).isEqualTo(3);
    }

    /** A reader asks all the time; a number committed before a lower one would be skipped for ever. */
    @Test
    void noNoteIsSkippedNorReadTwiceHoweverWritersRace() throws Exception {
        int writers = 4;
        int each = 30;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                long first = 1 + (long) writer * each;
                ChangeFeed feed = writer % 2 == 0 ? here : there;
                Callable<Void> work = () -> {
                    for (long id = first; id < first + each; id++) {
                        appendPatiently(feed, id);
                    }
                    return null;
                };
                running.add(threads.submit(work));
            }
            List<Long> read = new ArrayList<>();
            long at = 0;
            boolean ended = false;
            while (!ended) {
                ended = running.stream().allMatch(Future::isDone); // looked at before the last reading
                ChangeFeed.News news = here.since(at, "reader");
                news.notes().forEach(note -> read.add(note.ids()[0]));
                at = news.upTo();
            }
            for (Future<?> writer : running) {
                writer.get();
            }
            assertThat(read).hasSize(writers * each).doesNotHaveDuplicates();
            assertThat(at).isEqualTo(writers * each);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void appendPatiently(ChangeFeed feed, long id) {
        while (true) {
            try {
                feed.append("writer", List.of(issues(id)));
                return;
            } catch (StoreBusy lostTooOften) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aNoteIsPrunedWhenAllNodesHaveReadItAndTheNewestNever() {
        here.append("a", List.of(issues(1), issues(2), issues(3), issues(4)));
        here.seen("a", 4);
        assertThat(rows()).as("b has not been heard of").isEqualTo(2);

        here.append("a", List.of(issues(5), issues(6)));
        there.seen("b", 4);
        here.seen("a", 6);
        assertThat(there.since(4, "b").notes()).containsExactly(issues(5), issues(6));
        assertThat(there.since(4, "b").complete()).isTrue();

        there.seen("b", 6);
        assertThat(rows()).isEqualTo(2);
        here.append("a", List.of(issues(7)));
        assertThat(here.newest()).isEqualTo(7);
    }

    @Test
    void aNodeThatWasSilentForADayIsNotWaitedForAndLearnsThatItMissedSomething() {
        there.seen("b", 0);
        here.append("a", List.of(issues(1), issues(2), issues(3)));
        clock.forward(ChangeFeed.WAITED_FOR);
        here.seen("a", 3);
        assertThat(rows()).as("just heard of").isEqualTo(3);

        clock.forward(Duration.ofMillis(1));
        here.seen("a", 3);

        assertThat(rows()).isEqualTo(2);
        assertThat(there.since(0, "b").complete()).isFalse();
        assertThat(there.since(1, "b").complete()).isTrue();
    }

    @Test
    void whoIsAheadOfTheDatabaseLearnsThatItIsAnOlderCopy() {
        assertThat(here.since(9, "a").complete()).isFalse();

        here.append("a", List.of(issues(1)));
        assertThat(here.since(9, "a").complete()).isFalse();
        assertThat(here.since(1, "a").complete()).isTrue();
    }
}
