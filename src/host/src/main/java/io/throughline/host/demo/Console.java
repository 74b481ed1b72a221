package io.throughline.host.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a node tells the person at the terminal, as against its log. Under the supervisor the lines carry a mark on standard
 * output by which the supervisor finds them; a node started by hand prints them as they are.
 */
public final class Console {

    /** Set by the supervisor in every JVM it starts. */
    public static final String SUPERVISED = "throughline.supervised";

    static final String SAY = "::say ";
    static final String PROGRESS = "::progress ";

    private final PrintStream out;
    private final boolean supervised;

    Console(PrintStream out, boolean supervised) {
        this.out = out;
        this.supervised = supervised;
    }

    /** The console of this JVM. */
    public static Console ofThisProcess() {
        return new Console(System.out, Boolean.getBoolean(SUPERVISED));
    }

    /** One line that stays. */
    public void say(String line) {
        print(supervised ? SAY : "", line, "\n");
    }

    /** A line that the next one replaces, such as a progress bar. */
    public void progress(String line) {
        print(supervised ? PROGRESS : "\r", line, supervised ? "\n" : "");
    }

    /** The same as a stream, for what draws a progress bar with carriage returns. */
    public PrintStream stream() {
        return new PrintStream(new ConsoleStream(this), false, StandardCharsets.UTF_8);
    }

    private synchronized void print(String before, String line, String after) {
        out.print(before + line.replace('\n', ' ') + after);
        out.flush();
    }
}
