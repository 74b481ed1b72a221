package io.throughline.app.confluence.link;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that ask Jira, so that a page can stop waiting while its question goes on. How many they are is also the most
 * that one node ever asks at once: a Jira that comes back is not run over.
 */
@ConfluenceComponent
public class ReadingThreads implements Executor {
    private static final int MOST = 16;
    private static final int MOST_WAITING = 1_000;

    private final ThreadPoolExecutor threads;

    @Inject
    public ReadingThreads() {
        threads = new ThreadPoolExecutor(
                MOST, MOST, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), ReadingThreads::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "throughline-reading");
        thread.setDaemon(true);
        return thread;
    }

    /** @throws RejectedExecutionException when too much waits already, or the plugin ends */
    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /** The plugin is disabled or replaced. */
    @PreDestroy
    public void end() {
        threads.shutdownNow();
    }
}
