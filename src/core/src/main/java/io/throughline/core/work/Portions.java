package io.throughline.core.work;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The positions of an index in portions, from the first to the last, for several hands that work through them side by side:
 * each takes the next portion when it is done with one.
 *
 * <p>The hands are those of the JDK's common pool where it has a processor to spare. Whoever asks is one of them and does all
 * that nobody else has begun, so it waits for nobody who is busy otherwise, and nothing has to be closed. The work must not
 * ask for the lock of the {@link WorkIndex}, which the one who asks may hold.
 */
public final class Portions {
    /** How many positions a portion has unless somebody wants it otherwise. */
    static final int USUAL = 1 << 15;
    /** With fewer portions than this, another hand costs more than it gains. */
    private static final int LEAST = 4;
    /** More hands would take processors from those who read pages. */
    private static final int MOST_HANDS = 4;

    private final int positions;
    private final int size;
    private final AtomicInteger next = new AtomicInteger();
    private final BitSet done = new BitSet();
    private volatile int known;

    /** All positions below a bound, none of them taken. */
    Portions(int positions, int size) {
        this.positions = positions;
        this.size = size;
    }

    /** How many hands are worth it on this machine. */
    public int hands() {
        return hands(ForkJoinPool.getCommonPoolParallelism() + 1);
    }

    int hands(int processors) {
        return Math.max(1, Math.min(Math.min(processors, MOST_HANDS), positions / size / LEAST));
    }

    /** Lets hands do the same work; returns what each of them says. An exception of one of them comes here. */
    public static <T> List<T> share(int hands, Supplier<T> work) {
        List<ForkJoinTask<T>> tasks = new ArrayList<>();
        for (int hand = 0; hand < hands; hand++) {
            tasks.add(ForkJoinTask.adapt(work::get));
        }
        return ForkJoinTask.invokeAll(tasks).stream().map(ForkJoinTask::join).toList();
    }

    /** The first position of a portion that nobody had, {@link WorkView#NONE} when there is none. */
    public int take() {
        long from = (long) next.getAndIncrement() * size;
        return from < positions ? (int) from : WorkView.NONE;
    }

    /** Where the portion ends that begins at a position. */
    public int end(int from) {
        return positions - from <= size ? positions : from + size;
    }

    /** Says that the portion is done that begins at a position. */
    public synchronized void done(int from) {
        done.set(from / size);
        known = (int) Math.min(positions, (long) done.nextClearBit(0) * size);
    }

    /** Everything below this position is done, and what was written there can be read by everybody. */
    public int known() {
        return known;
    }
}
