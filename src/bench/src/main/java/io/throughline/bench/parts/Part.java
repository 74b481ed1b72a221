package io.throughline.bench.parts;

import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * One line of the report: what one call of a part takes.
 *
 * @param name class and method
 * @param words what a call does
 * @param items how many items the index holds; 0 for a part that needs none
 * @param medianNs nanoseconds a call, the median of the runs, each the mean of its calls; {@code leastNs} and {@code mostNs}
 *     are those of the quickest and the slowest run
 * @param bytes heap that a call allocates, which does not hang on what else the machine does; negative where not measured
 */
record Part(
        String name, String words, int items, double medianNs, double leastNs, double mostNs, double bytes, long runs) {

    /** Of a benchmark's result. */
    static Part of(RunResult result) throws ReflectiveOperationException {
        String method = result.getParams().getBenchmark();
        int dot = method.lastIndexOf('.');
        Class<?> where = Class.forName(method.substring(0, dot));
        String items = result.getParams().getParam("items");
        Statistics runs = result.getPrimaryResult().getStatistics();
        return new Part(
                where.getSimpleName() + method.substring(dot),
                words(where, method.substring(dot + 1)),
                items == null ? 0 : Integer.parseInt(items),
                runs.getPercentile(50),
                runs.getMin(),
                runs.getMax(),
                allocated(result),
                runs.getN());
    }

    private static double allocated(RunResult result) {
        var each = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return each == null ? -1 : each.getScore();
    }

    private static String words(Class<?> where, String name) {
        for (var method : where.getMethods()) {
            Words words = method.getAnnotation(Words.class);
            if (words != null && method.getName().equals(name)) {
                return words.value();
            }
        }
        throw new IllegalStateException(where.getSimpleName() + '.' + name + " does not say what it does");
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"part\":\"%s\",\"what\":\"%s\",\"items\":%s,\"medianNs\":%.1f,\"leastNs\":%.1f,\"mostNs\":%.1f,"
                        + "\"bytesPerCall\":%s,\"runs\":%d}",
                name,
                words,
                items == 0 ? "null" : Integer.toString(items),
                medianNs,
                leastNs,
                mostNs,
                bytes < 0 ? "null" : Long.toString(Math.round(bytes)),
                runs);
    }

    String markdown() {
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %s | %s | %s | %s | %s |%n",
                name,
                words,
                items == 0 ? "" : String.format(Locale.ROOT, "%,d", items),
                nanos(medianNs),
                nanos(leastNs),
                nanos(mostNs),
                bytes < 0 ? "" : String.format(Locale.ROOT, "%,d", Math.round(bytes)));
    }

    private static String nanos(double nanos) {
        return String.format(Locale.ROOT, nanos < 100 ? "%,.1f" : "%,.0f", nanos);
    }
}
