package io.throughline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was measured, as {@code report.json} for machines and {@code report.md} for people. */
final class Report {
    private final List<Row> rows = new ArrayList<>();
    /** What is no row: only in {@code report.md}. */
    private final List<String> notes = new ArrayList<>();

    void add(Row row) {
        rows.add(row);
        System.out.println(row.json());
    }

    void note(String note) {
        notes.add(note);
        System.out.println(note);
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("report.json"), json());
        Files.writeString(folder.resolve("report.md"), markdown());
    }

    String json() {
        String lines = rows.stream().map(Row::json).collect(Collectors.joining(",\n"));
        return "{\"machine\":" + Machine.json() + ",\"rows\":[\n" + lines + "\n]}\n";
    }

    String markdown() {
        StringBuilder text = new StringBuilder("Machine: `" + Machine.json() + "`\n\n");
        text.append("| issues | work | engine | median, ms | runs | bytes an item | ours is quicker |\n");
        text.append("|---:|---|---|---:|---:|---:|---:|\n");
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %,d | %s | %s | %s | %d | %s | %s |%n",
                    row.items(),
                    row.work(),
                    row.engine(),
                    row.medianMs() < 0.1
                            ? String.format(Locale.ROOT, "%.6f", row.medianMs())
                            : String.format(Locale.ROOT, "%.2f", row.medianMs()),
                    row.runs(),
                    row.bytesPerItem() == 0 ? "" : String.format(Locale.ROOT, "%.1f", row.bytesPerItem()),
                    ratio(row)));
        }
        notes.forEach(note -> text.append("\n- ").append(note));
        return text.append('\n').toString();
    }

    private String ratio(Row of) {
        return rows.stream()
                .filter(row -> row.engine().equals("throughline") && row.items() == of.items())
                .filter(row -> row.work().equals(of.work()) && !row.equals(of))
                .map(row -> String.format(Locale.ROOT, "%.2fx", of.medianMs() / row.medianMs()))
                .findFirst()
                .orElse("");
    }
}
