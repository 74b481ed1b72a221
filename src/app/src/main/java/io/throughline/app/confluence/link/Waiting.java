package io.throughline.app.confluence.link;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for something that another thread does. */
@FunctionalInterface
interface Waiting {
    /**
     * Returns when it is done or the time is over.
     *
     * @return how long that took
     */
    Duration until(Future<?> done, Duration most);

    /** By the machine's own clock, which nobody sets. */
    static Waiting real() {
        return (done, most) -> {
            long start = System.nanoTime();
            try {
                done.get(most.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException | CancellationException over) {
                // whoever waits looks at what came of it
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Duration.ofNanos(System.nanoTime() - start);
        };
    }
}
