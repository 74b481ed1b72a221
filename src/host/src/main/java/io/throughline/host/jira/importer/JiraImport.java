package io.throughline.host.jira.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.jira.importer.csv.CsvExport;
import io.throughline.host.jira.service.JiraServices;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Imports files and says what was odd. */
public final class JiraImport {
    /** How many issues go into one transaction. */
    private static final int BATCH = 1000;

    private final JiraServices services;
    private final PrintStream progress;
    private final Refusals refusals;

    /** @param progress where the bar is drawn, for a person: standard error */
    public JiraImport(JiraServices services, PrintStream progress) {
        this(services, progress, null);
    }

    /** @param refused a file for the names of all issues that are left out, made when there is one; null for none */
    public JiraImport(JiraServices services, PrintStream progress, Path refused) {
        this.services = services;
        this.progress = progress;
        this.refusals = new Refusals(refused);
    }

    /** @throws IOException for a file that cannot be read at all, naming it; what was imported before stays */
    public ImportSummary run(List<Path> files) throws IOException {
        ImportSummary summary = new ImportSummary(refusals);
        try (refusals) {
            Map<Path, Known> known = known(files, summary);
            Target target = new Target(services, summary);
            for (Path file : files) {
                importFile(file, known.get(file), target, summary);
                known.get(file).mapping().ignored().forEach(summary::ignoredField);
            }
            target.finish();
            new References(services.data(), summary).resolve();
            services.announceNewData();
        }
        refusals.file().ifPresent(file -> summary.note("all that was left out, with the reasons: " + file));
        return summary;
    }

    /** @param charset null for a file that is not JSON */
    private record Known(FieldMapping mapping, Charset charset) {}

    /** What each file says of its fields; files that hold fields and no issues speak for all the others. */
    private Map<Path, Known> known(List<Path> files, ImportSummary summary) throws IOException {
        FieldMapping beside = new FieldMapping(services.data().constants(), null);
        Map<Path, Known> known = new HashMap<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new IOException(file + " is not a file");
            }
            FieldMapping own = new FieldMapping(services.data().constants(), beside);
            Charset charset = ExportFile.isJson(file) ? ExportText.charset(file) : null;
            known.put(file, new Known(own, charset));
            if (charset != null && !ExportFile.readMetadata(file, charset, own)) {
                beside.learnFrom(own);
                if (own.size() > 0) {
                    summary.note(file.getFileName() + " names " + own.size() + " custom fields");
                }
            }
            if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
                summary.note(file.getFileName() + " is read as " + charset.displayName() + "; JSON should be UTF-8");
            }
        }
        return known;
    }

    private void importFile(Path file, Known known, Target target, ImportSummary summary) throws IOException {
        String name = file.getFileName().toString();
        long before = summary.seen();
        long others = 0;
        try (ProgressBar bar = new ProgressBar(name, Files.size(file), progress)) {
            Batches sink =
                    new Batches(name, new IssueReader(services.data(), known.mapping(), summary), target, bar, summary);
            if (known.charset() != null) {
                ExportFile.Rest rest = ExportFile.read(file, known.charset(), bar::bytesRead, sink);
                others = rest.otherRecords();
                rest.damage().ifPresent(damage -> summary.note(name + ": " + damage));
            } else {
                readCsv(file, known.mapping(), summary, bar, sink);
            }
            sink.flush();
        }
        if (summary.seen() == before) {
            String instead = others > 0 ? String.format(", but %,d records of another kind", others) : "";
            summary.note(name + " holds no issues" + instead);
        } else if (others > 0) {
            summary.note(String.format("%s also holds %,d records of another kind", name, others));
        }
    }

    /** Hands the issues of one file on, many in one transaction. */
    private record Batches(
            String name,
            IssueReader reader,
            Target target,
            ProgressBar bar,
            ImportSummary summary,
            List<ImportedIssue> batch)
            implements ExportFile.Sink {

        Batches(String name, IssueReader reader, Target target, ProgressBar bar, ImportSummary summary) {
            this(name, reader, target, bar, summary, new ArrayList<>(BATCH));
        }

        @Override
        public void accept(ObjectNode json, long line) {
            summary.saw();
            reader.read(json, name + " line " + line).ifPresent(batch::add);
            if (batch.size() == BATCH) {
                flush();
            }
            bar.issues(summary.seen());
        }

        @Override
        public void lost(long firstLine, long lastLine, String reason) {
            summary.saw();
            summary.refused(
                    name + (firstLine == lastLine ? " line " + firstLine : " lines " + firstLine + " to " + lastLine),
                    reason);
        }

        void flush() {
            target.add(batch);
            batch.clear();
        }
    }

    private void readCsv(Path file, FieldMapping mapping, ImportSummary summary, ProgressBar bar, ExportFile.Sink sink)
            throws IOException {
        String name = file.getFileName().toString();
        CsvExport export = CsvExport.open(
                name,
                () -> new BufferedInputStream(ExportFile.open(file, bytes -> {})),
                new CsvFindings(name, summary));
        mapping.learn(export.metadata());
        List<CutOff> opened = new ArrayList<>();
        export.read(
                () -> {
                    opened.add(ExportFile.open(file, bar::bytesRead));
                    return opened.get(opened.size() - 1);
                },
                services.data().clock().getZone(),
                sink::accept);
        opened.stream()
                .flatMap(bytes -> bytes.damage().stream())
                .findFirst()
                .ifPresent(damage -> summary.note(name + ": " + damage + "; its last row may be incomplete"));
        summary.note(name + ": dates without a time zone are taken for "
                + services.data().clock().getZone());
    }
}
