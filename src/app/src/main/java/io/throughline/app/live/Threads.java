package io.throughline.app.live;

/** How the product wants work to be done on a thread that is not its own. */
@FunctionalInterface
public interface Threads {
    /** Runs the task on this thread, between what the product needs before and after. */
    void run(Runnable task);
}
