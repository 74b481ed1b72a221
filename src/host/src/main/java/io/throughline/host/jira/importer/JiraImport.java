package io.throughline.host.jira.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.jira.importer.csv.CsvExport;
import io.throughline.host.jira.service.JiraServices;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintStream;
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
            Map<Path, FieldMapping> mappings = mappings(files, summary);
            Target target = new Target(services, summary);
            for (Path file : files) {
                FieldMapping mapping = mappings.get(file);
                importFile(file, mapping, target, summary);
                mapping.ignored().forEach(summary::ignoredField);
            }
            target.finish();
            new References(services.data(), summary).resolve();
            services.announceNewData();
        }
        refusals.file().ifPresent(file -> summary.note("all that was left out, with the reasons: " + file));
        return summary;
    }

    /** What each file says of its fields; files that hold fields and no issues speak for all the others. */
    private Map<Path, FieldMapping> mappings(List<Path> files, ImportSummary summary) throws IOException {
        FieldMapping beside = new FieldMapping(services.data().constants(), null);
        Map<Path, FieldMapping> mappings = new HashMap<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new IOException(file + " is not a file");
            }
            FieldMapping own = new FieldMapping(services.data().constants(), beside);
            mappings.put(file, own);
            if (ExportFile.isJson(file) && !ExportFile.readMetadata(file, own)) {
                beside.learnFrom(own);
                if (own.size() > 0) {
                    summary.note(file.getFileName() + " names " + own.size() + " custom fields");
                }
            }
        }
        return mappings;
    }

    private void importFile(Path file, FieldMapping mapping, Target target, ImportSummary summary) throws IOException {
        IssueReader reader = new IssueReader(services.data(), mapping, summary);
        String name = file.getFileName().toString();
        List<ImportedIssue> batch = new ArrayList<>(BATCH);
        long before = summary.seen();
        long others = 0;
        try (ProgressBar bar = new ProgressBar(name, Files.size(file), progress)) {
            ExportFile.Sink sink = (ObjectNode json, long line) -> {
                summary.saw();
                reader.read(json, name + " line " + line).ifPresent(batch::add);
                if (batch.size() == BATCH) {
                    target.add(batch);
                    batch.clear();
                }
                bar.issues(summary.seen());
            };
            if (ExportFile.isJson(file)) {
                others = ExportFile.read(file, bar::bytesRead, sink);
            } else {
                readCsv(file, mapping, summary, bar, sink);
            }
            target.add(batch);
        }
        if (summary.seen() == before) {
            String instead = others > 0 ? String.format(", but %,d records of another kind", others) : "";
            summary.note(name + " holds no issues" + instead);
        } else if (others > 0) {
            summary.note(String.format("%s also holds %,d records of another kind", name, others));
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
        export.read(
                () -> ExportFile.open(file, bar::bytesRead),
                services.data().clock().getZone(),
                sink::accept);
        summary.note(name + ": dates without a time zone are taken for "
                + services.data().clock().getZone());
    }
}
