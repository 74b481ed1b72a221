package io.throughline.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** Times of work that is done again and again, in milliseconds. */
final class Timing {
    static final int ROUNDS = 9;
    /** Until the compiler of the JVM is done with it, as in a node that has run for a while. */
    private static final int WARM_UP_MILLIS = 3_000;

    private Timing() {}

    static double millis(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e6;
    }

    /** The median of nine, after some seconds of it that do not count. */
    static double median(Callable<?> work) throws Exception {
        double warm = 0;
        while (warm < WARM_UP_MILLIS) {
            warm += millis(work);
        }
        return median(ROUNDS, work);
    }

    /** The shortest of many: for what is compared in itself and so short that the machine's other work falls into most rounds. */
    static double best(int rounds, Callable<?> work) throws Exception {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            best = Math.min(best, millis(work));
        }
        return best;
    }

    /** The least time that one round took of all processors; waiting for other work of the machine is not in it. */
    static double processors(Callable<?> work) throws Exception {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 3 * ROUNDS; round++) {
            long start = allThreads();
            work.call();
            best = Math.min(best, allThreads() - start);
        }
        return best / 1e6;
    }

    private static long allThreads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getAllThreadIds())
                .map(threads::getThreadCpuTime)
                .filter(nanos -> nanos > 0)
                .sum();
    }

    static double median(int rounds, Callable<?> work) throws Exception {
        double[] millis = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            millis[round] = millis(work);
        }
        Arrays.sort(millis);
        return millis[rounds / 2];
    }
}
