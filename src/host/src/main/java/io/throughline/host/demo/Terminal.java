package io.throughline.host.demo;

import java.io.PrintStream;

/** The terminal as the supervisor writes it: lines, and one progress line at the bottom that is rewritten in place. */
final class Terminal {

    private final PrintStream out;
    private final boolean rewrites;
    private String progress = "";

    /** @param rewrites whether lines can be overwritten; not so in a file or a pipe */
    Terminal(PrintStream out, boolean rewrites) {
        this.out = out;
        this.rewrites = rewrites;
    }

    static Terminal ofThisProcess() {
        return new Terminal(System.out, System.console() != null);
    }

    synchronized void say(String line) {
        clear();
        out.println(line);
        out.flush();
    }

    /** In a pipe the progress is left out: a log of a thousand bars helps nobody. */
    synchronized void progress(String line) {
        if (rewrites) {
            clear();
            out.print(line);
            out.flush();
            progress = line;
        }
    }

    private void clear() {
        if (!progress.isEmpty()) {
            out.print("\r" + " ".repeat(progress.length()) + "\r");
            progress = "";
        }
    }
}
