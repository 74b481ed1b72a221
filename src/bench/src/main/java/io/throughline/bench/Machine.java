package io.throughline.bench;

import java.util.Locale;

/** Where something was measured. */
public final class Machine {
    private Machine() {}

    /** Processors, largest heap, Java and operating system as one JSON object. */
    public static String json() {
        Runtime here = Runtime.getRuntime();
        return String.format(
                Locale.ROOT,
                "{\"cpus\":%d,\"heapMb\":%d,\"java\":\"%s\",\"os\":\"%s\"}",
                here.availableProcessors(),
                here.maxMemory() >> 20,
                System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }
}
