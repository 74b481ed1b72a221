package io.throughline.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** Times of work that is done again and again, in milliseconds. */
final class Timing {
    static final int ROUNDS = 9;

    private Timing() {}

    static double millis(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e6;
    }

    /** The median of nine, after three that do not count. */
    static double median(Callable<?> work) throws Exception {
        for (int round = 0; round < 3; round++) {
            work.call();
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

    /** The least time of the processor that one round took on this thread; waiting for other work of the machine is not in it. */
    static double processor(Callable<?> work) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 3 * ROUNDS; round++) {
            long start = threads.getCurrentThreadCpuTime();
            work.call();
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        return best / 1e6;
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
