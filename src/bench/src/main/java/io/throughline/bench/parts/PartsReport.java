package io.throughline.bench.parts;

import io.throughline.bench.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was measured, as {@code parts.json} for machines and {@code parts.md} for people.
 *
 * @param start when the first part began
 * @param loadBefore the machine's load average then, and {@code loadAfter} at the end: other work makes parts slower
 */
record PartsReport(Instant start, double loadBefore, double loadAfter, List<Part> parts) {
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("parts.json"), json());
        Files.writeString(folder.resolve("parts.md"), markdown());
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"machine\":%s,\"date\":\"%s\",\"loadBefore\":%.1f,\"loadAfter\":%.1f,\"rows\":[\n%s\n]}\n",
                Machine.json(),
                start,
                loadBefore,
                loadAfter,
                parts.stream().map(Part::json).collect(Collectors.joining(",\n")));
    }

    String markdown() {
        return String.format(
                Locale.ROOT,
                "Machine: `%s`, %s, load average %.1f at the start and %.1f at the end.%n%n%s%n%s%n%s",
                Machine.json(),
                start,
                loadBefore,
                loadAfter,
                "| part | one call | issues | median, ns | least | most | bytes allocated |",
                "|---|---|---:|---:|---:|---:|---:|",
                parts.stream().map(Part::markdown).collect(Collectors.joining()));
    }
}
