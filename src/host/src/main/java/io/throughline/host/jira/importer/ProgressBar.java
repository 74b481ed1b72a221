package io.throughline.host.jira.importer;

import java.io.PrintStream;
import java.util.Locale;

/** One line that is drawn over itself, by the share of the file that has been read; the number of issues is not known before. */
public final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 200_000_000;

    private final String name;
    private final long size;
    private final PrintStream out;
    private final long start = System.nanoTime();
    private long read;
    private long issues;
    private long drawn;

    /** @param size what {@link #bytesRead} will add up to */
    public ProgressBar(String name, long size, PrintStream out) {
        this.name = name;
        this.size = Math.max(1, size);
        this.out = out;
    }

    public void bytesRead(long bytes) {
        read += bytes;
    }

    public void issues(long soFar) {
        issues = soFar;
        long now = System.nanoTime();
        if (now - drawn > REDRAW_NANOS) {
            drawn = now;
            draw();
        }
    }

    private void draw() {
        int filled = (int) Math.min(WIDTH, WIDTH * read / size);
        double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
        out.printf(
                Locale.ROOT,
                "\r%s [%s%s] %3d %% %,d issues",
                name,
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                Math.min(100, 100 * read / size),
                issues);
        out.printf(Locale.ROOT, " %.0f s ", seconds);
        out.flush();
    }

    @Override
    public void close() {
        draw();
        out.println();
    }
}
