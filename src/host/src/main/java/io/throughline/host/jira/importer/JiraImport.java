package io.throughline.host.jira.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.jira.service.JiraServices;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Imports files and says what was odd. */
public final class JiraImport {
    /** How many issues go into one transaction. */
    private static final int BATCH = 1000;

    private final JiraServices services;
    private final PrintStream progress;

    /** @param progress where the bar is drawn, for a person: standard error */
    public JiraImport(JiraServices services, PrintStream progress) {
        this.services = services;
        this.progress = progress;
    }

    /** @throws IOException for a file that cannot be read at all, naming it; what was imported before stays */
    public ImportSummary run(List<Path> files) throws IOException {
        ImportSummary summary = new ImportSummary();
        FieldMapping mapping = new FieldMapping(services.data().constants());
        for (Path file : files) {
            ExportFile.readMetadata(file, mapping);
        }
        Target target = new Target(services, summary);
        for (Path file : files) {
            importFile(file, new IssueReader(services.data(), mapping, summary), target, summary);
        }
        target.finish();
        new References(services.data(), summary).resolve();
        mapping.ignored().forEach((name, count) -> summary.ignoredField(name, count));
        services.announceNewData();
        return summary;
    }

    private void importFile(Path file, IssueReader reader, Target target, ImportSummary summary) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is not a file");
        }
        List<ImportedIssue> batch = new ArrayList<>(BATCH);
        long before = summary.seen();
        try (ProgressBar bar = new ProgressBar(file.getFileName().toString(), Files.size(file), progress)) {
            ExportFile.read(file, bar::bytesRead, (ObjectNode json) -> {
                summary.saw();
                reader.read(json).ifPresent(batch::add);
                if (batch.size() == BATCH) {
                    target.add(batch);
                    batch.clear();
                }
                bar.issues(summary.seen());
            });
            target.add(batch);
        }
        if (summary.seen() == before) {
            summary.note(file.getFileName() + " holds no issues");
        }
    }
}
