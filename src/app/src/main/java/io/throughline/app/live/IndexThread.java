package io.throughline.app.live;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes the index. What fails on it is run again, so that nothing waits for the next event; while it
 * does not run, tasks are dropped.
 */
final class IndexThread {
    private static final long PATIENCE_AT_THE_END = 10;

    private static final Logger LOG = LoggerFactory.getLogger(IndexThread.class);

    private final Threads around;
    private final Duration patience;
    private volatile @Nullable ScheduledExecutorService worker;

    /**
     * @param around everything that the thread does
     * @param patience how long to wait before something that failed is tried again
     */
    IndexThread(Threads around, Duration patience) {
        this.around = around;
        this.patience = patience;
    }

    boolean isRunning() {
        return worker != null;
    }

    /** Begins; to be called only while it does not run. */
    void begin() {
        worker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "throughline-index");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Ends, and waits a little for what runs now; says whether it ran and that came to its end. */
    boolean end() {
        ScheduledExecutorService running = worker;
        worker = null;
        if (running == null) {
            return false;
        }
        running.shutdownNow();
        try {
            boolean ended = running.awaitTermination(PATIENCE_AT_THE_END, TimeUnit.SECONDS);
            if (!ended) {
                LOG.warn("The work index did not stop reading within {} seconds", PATIENCE_AT_THE_END);
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void soon(Runnable task) {
        later(Duration.ZERO, task);
    }

    /** When something that failed is tried again. */
    void afterPatience(Runnable task) {
        later(patience, task);
    }

    void later(Duration wait, Runnable task) {
        ScheduledExecutorService running = worker;
        if (running == null) {
            return;
        }
        try {
            running.schedule(() -> run(task), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("The work index has stopped", stopped);
        }
    }

    private void run(Runnable task) {
        try {
            around.run(task);
        } catch (RuntimeException failure) {
            if (worker != null) {
                LOG.warn("The work index could not read Jira, trying again in {}", patience, failure);
                later(patience, task);
            }
        }
    }
}
