package io.throughline.host.jira.importer;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.host.jira.model.History;
import java.util.ArrayList;
import java.util.List;

/** The change history that an export has with {@code expand=changelog}. Its ids are given anew here. */
final class ExportHistory {
    private static final int TEXT_LIMIT = 1_000_000;

    private ExportHistory() {}

    /** Oldest first; Cloud gives the newest first. A change without a date is left out and counted. */
    static List<History.Change> read(JsonNode changelog, String key, ImportSummary summary) {
        List<History.Change> changes = new ArrayList<>();
        for (JsonNode history : changelog.path("histories")) {
            Long created = ExportDates.millis(history.path("created").asText(""));
            if (created == null) {
                summary.odd("changes without a readable date", key);
                continue;
            }
            List<History.Item> items = new ArrayList<>();
            history.path("items").forEach(item -> items.add(item(item)));
            changes.add(new History.Change(0, author(history.path("author")), created, items));
        }
        changes.sort((a, b) -> Long.compare(a.created(), b.created()));
        return changes;
    }

    private static History.Item item(JsonNode item) {
        return new History.Item(
                IssueReader.shortened(item.path("fieldtype").asText("jira"), 20),
                IssueReader.shortened(item.path("field").asText(""), 255),
                text(item.path("from")),
                text(item.path("fromString")),
                text(item.path("to")),
                text(item.path("toString")));
    }

    private static String author(JsonNode user) {
        for (String name : List.of("key", "name", "accountId")) {
            if (user.path(name).isTextual()) {
                return IssueReader.shortened(user.path(name).asText(), 255);
            }
        }
        return null;
    }

    private static String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? IssueReader.shortened(value.asText(), TEXT_LIMIT) : null;
    }
}
