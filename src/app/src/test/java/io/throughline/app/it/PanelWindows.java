package io.throughline.app.it;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long issue pages took while the panel was there and while its module was switched off, in windows that take turns: the
 * same people, the same issues, and whatever else the machine does falls on both. A page counts if one window was open from
 * when it was asked for until it was there; others were under way while the switch happened, and count nowhere.
 */
final class PanelWindows {
    /** Whether the panel is there. */
    enum Kind {
        WITH("issue page with panel"),
        WITHOUT("the same, panel switched off");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** One window; open from when it is made. A window of the same kind later on is another one. */
    static final class Window {
        private final Kind kind;

        private Window(Kind kind) {
            this.kind = kind;
        }
    }

    /** What is open while the panel is being switched. */
    private static final Window NONE = new Window(Kind.WITH);

    private static final int RESAMPLINGS = 2_000;

    private final Map<Kind, List<Double>> millis = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> opened = new EnumMap<>(Kind.class);
    private final AtomicInteger between = new AtomicInteger();
    private volatile Window open = NONE;

    PanelWindows() {
        for (Kind kind : Kind.values()) {
            millis.put(kind, new ArrayList<>());
        }
    }

    /** From here on pages count for a kind: the panel is what it says. */
    void open(Kind kind) {
        opened.merge(kind, 1, Integer::sum);
        open = new Window(kind);
    }

    /** What is under way counts no more: the panel is about to be switched. */
    void close() {
        open = NONE;
    }

    /** The window in which a page is asked for; for {@link #count}. */
    Window now() {
        return open;
    }

    /** Counts a page that is there. */
    void count(Window asked, long nanos) {
        if (asked == NONE || asked != open) {
            between.incrementAndGet();
            return;
        }
        List<Double> into = millis.get(asked.kind);
        synchronized (into) {
            into.add(nanos / 1e6);
        }
    }

    /** How many windows of a kind there were. */
    int opened(Kind kind) {
        return opened.getOrDefault(kind, 0);
    }

    /** How many pages counted for a kind. */
    int pages(Kind kind) {
        return sorted(kind).length;
    }

    /** How many counted nowhere. */
    int between() {
        return between.get();
    }

    /** The median with the panel by that without; not a number where one kind has no pages. */
    double ratioOfMedians() {
        return percentile(sorted(Kind.WITH), 0.5) / percentile(sorted(Kind.WITHOUT), 0.5);
    }

    /** A table in Markdown, and a line with the ratios and how sure they are. */
    String report() {
        StringBuilder text = new StringBuilder(
                "| issue pages of the same people | windows | pages | p50 ms | p95 ms | mean ms |\n|---|---:|---:|---:|---:|---:|\n");
        for (Kind kind : Kind.values()) {
            double[] times = sorted(kind);
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %.2f | %.2f | %.2f |%n",
                    kind.words,
                    opened(kind),
                    times.length,
                    percentile(times, 0.5),
                    percentile(times, 0.95),
                    mean(times)));
        }
        double[] likely = likelyRatios();
        return text.append(String.format(
                        Locale.ROOT,
                        "the panel makes the issue page %.2f times as long (medians; 95 %% of %,d resamplings between %.2f and"
                                + " %.2f), %.2f by means; %d pages under way during a switch count nowhere%n",
                        ratioOfMedians(),
                        RESAMPLINGS,
                        percentile(likely, 0.025),
                        percentile(likely, 0.975),
                        mean(sorted(Kind.WITH)) / mean(sorted(Kind.WITHOUT)),
                        between()))
                .toString();
    }

    /** What the ratio would be had other pages of these been drawn (the bootstrap of Efron, 1979), ascending. */
    private double[] likelyRatios() {
        double[] with = sorted(Kind.WITH);
        double[] without = sorted(Kind.WITHOUT);
        if (with.length == 0 || without.length == 0) {
            return new double[0];
        }
        Random random = new Random(1);
        double[] ratios = new double[RESAMPLINGS];
        Arrays.setAll(ratios, at -> percentile(drawn(with, random), 0.5) / percentile(drawn(without, random), 0.5));
        Arrays.sort(ratios);
        return ratios;
    }

    private static double[] drawn(double[] from, Random random) {
        return random.ints(from.length, 0, from.length)
                .mapToDouble(at -> from[at])
                .sorted()
                .toArray();
    }

    private double[] sorted(Kind kind) {
        List<Double> times = millis.get(kind);
        synchronized (times) {
            return times.stream().mapToDouble(each -> each).sorted().toArray();
        }
    }

    private static double mean(double[] of) {
        return Arrays.stream(of).average().orElse(Double.NaN);
    }

    private static double percentile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
