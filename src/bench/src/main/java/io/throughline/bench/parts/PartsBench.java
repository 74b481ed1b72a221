package io.throughline.bench.parts;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * All small parts: {@code ./bench --parts --out DIR} writes {@code parts.md} and {@code parts.json} there. With {@code --quick}
 * over 100,000 items, one JVM for each part and short runs, in about a minute; without also over a million, two JVMs for each.
 */
public final class PartsBench {
    private static final String USAGE = "--parts [--quick] [--sizes N,N…] [--out DIR]";

    private PartsBench() {}

    public static void main(String[] arguments) throws Exception {
        boolean isQuick = false;
        String out = "";
        String sizes = "";
        for (int at = 0; at < arguments.length; at++) {
            boolean hasValue = at + 1 < arguments.length;
            switch (arguments[at]) {
                case "--parts" -> {}
                case "--quick" -> isQuick = true;
                case "--out" -> out = hasValue ? arguments[++at] : refuse("a folder behind --out");
                case "--sizes" -> sizes = hasValue ? arguments[++at] : refuse("numbers behind --sizes");
                default -> refuse("not " + arguments[at]);
            }
        }
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        double before = load();
        List<Part> parts = run(options(isQuick, sizes.isEmpty() ? isQuick ? "100000" : "100000,1000000" : sizes));
        PartsReport report = new PartsReport(start, before, load(), parts);
        System.out.println(report.markdown());
        if (!out.isEmpty()) {
            report.write(Path.of(out));
        }
    }

    private static String refuse(String what) {
        throw new IllegalArgumentException(USAGE + ": " + what);
    }

    private static Options options(boolean isQuick, String sizes) {
        ChainedOptionsBuilder options =
                ofAll(Mode.AverageTime).param("items", sizes.split(",", -1)).addProfiler(GCProfiler.class);
        return isQuick
                ? rounds(options, 3, TimeValue.milliseconds(300)).forks(1).build()
                : rounds(options, 5, TimeValue.seconds(1)).forks(2).build();
    }

    private static ChainedOptionsBuilder rounds(ChainedOptionsBuilder options, int rounds, TimeValue each) {
        return options.warmupIterations(rounds)
                .warmupTime(each)
                .measurementIterations(rounds)
                .measurementTime(each);
    }

    /** Everything in this package, one thread, nanoseconds a call. */
    static ChainedOptionsBuilder ofAll(Mode mode) {
        return new OptionsBuilder()
                .include("^" + PartsBench.class.getPackageName().replace(".", "\\.") + "\\.")
                .mode(mode)
                .timeUnit(TimeUnit.NANOSECONDS)
                .threads(1)
                .shouldFailOnError(true);
    }

    /** Runs them; in the order of their names, by size. */
    static List<Part> run(Options options) throws RunnerException, ReflectiveOperationException {
        List<Part> parts = new ArrayList<>();
        for (RunResult result : new Runner(options).run()) {
            parts.add(Part.of(result));
        }
        parts.sort(Comparator.comparing(Part::name).thenComparing(Part::items));
        return parts;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
