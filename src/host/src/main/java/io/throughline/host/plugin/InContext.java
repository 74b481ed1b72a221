package io.throughline.host.plugin;

import java.util.function.Supplier;

/** Runs a plugin's code with its class loader as the thread's context loader, as the products do. */
public final class InContext {

    private InContext() {}

    public static void run(ClassLoader loader, Runnable work) {
        call(loader, () -> {
            work.run();
            return null;
        });
    }

    public static <T> T call(ClassLoader loader, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
