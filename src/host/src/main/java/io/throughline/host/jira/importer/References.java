package io.throughline.host.jira.importer;

import io.throughline.host.jira.importer.ImportedIssue.Kind;
import io.throughline.host.jira.model.FieldTypes;
import io.throughline.host.jira.model.Ids;
import io.throughline.host.jira.model.JiraData;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Turns references by key into references by id wherever the issue is here; the rest stays as words. */
final class References {
    private static final String FOUND =
            " FROM jira_open_reference r JOIN jira_project p ON p.project_key = r.ref_project"
                    + " JOIN jira_issue t ON t.project_id = p.id AND t.num = r.ref_number ";

    private final JiraData data;
    private final ImportSummary summary;

    private record Pair(long typeId, long sourceId, long destinationId) {}

    References(JiraData data, ImportSummary summary) {
        this.data = data;
        this.summary = summary;
    }

    void resolve() {
        data.jdbi().useTransaction(this::parents);
        long epicLink = data.constants().field(FieldTypes.EPIC_LINK).id();
        long parentLink = data.constants().field(FieldTypes.PARENT_LINK).id();
        data.jdbi().useTransaction(handle -> fields(handle, Kind.EPIC, epicLink));
        data.jdbi().useTransaction(handle -> fields(handle, Kind.PARENT_LINK, parentLink));
        links(Kind.LINK_TO, "r.issue_id", "t.id");
        links(Kind.LINK_FROM, "t.id", "r.issue_id");
        data.jdbi().useHandle(handle -> {
            for (Kind kind : Kind.values()) {
                reportOpen(handle, kind);
            }
        });
    }

    private void parents(Handle handle) {
        summary.resolved(
                Kind.PARENT,
                handle.execute("UPDATE jira_issue SET parent_id = (SELECT t.id" + FOUND
                        + "WHERE r.issue_id = jira_issue.id AND r.kind = 'parent') WHERE id IN (SELECT r.issue_id"
                        + FOUND + "WHERE r.kind = 'parent')"));
        forget(handle, Kind.PARENT);
    }

    private void fields(Handle handle, Kind kind, long field) {
        summary.resolved(
                kind,
                handle.execute(
                        "INSERT INTO jira_custom_value (issue_id, field_id, issue_value) SELECT r.issue_id, "
                                + field + ", max(t.id)" + FOUND
                                + "WHERE r.kind = ? AND NOT EXISTS (SELECT 1 FROM jira_custom_value v"
                                + " WHERE v.issue_id = r.issue_id AND v.field_id = " + field + ") GROUP BY r.issue_id",
                        kind.word()));
        forget(handle, kind);
    }

    /** A link is in the export at both ends; it is stored once. */
    private void links(Kind kind, String source, String destination) {
        List<Pair> pairs = data.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT DISTINCT r.link_type_id, " + source
                                + ", " + destination + FOUND
                                + "WHERE r.kind = ? AND NOT EXISTS (SELECT 1 FROM jira_link l"
                                + " WHERE l.type_id = r.link_type_id AND l.source_id = " + source
                                + " AND l.destination_id = "
                                + destination + ")")
                        .bind(0, kind.word())
                        .map((row, context) -> new Pair(row.getLong(1), row.getLong(2), row.getLong(3)))
                        .list());
        long first = pairs.isEmpty() ? 0 : data.ids().block(Ids.Kind.LINK, pairs.size());
        data.jdbi().useTransaction(handle -> {
            if (!pairs.isEmpty()) {
                PreparedBatch batch = handle.prepareBatch("INSERT INTO jira_link VALUES (?, ?, ?, ?)");
                for (int at = 0; at < pairs.size(); at++) {
                    Pair pair = pairs.get(at);
                    batch.add(first + at, pair.typeId(), pair.sourceId(), pair.destinationId());
                }
                batch.execute();
            }
            forget(handle, kind);
        });
        summary.resolved(kind, pairs.size());
    }

    private static void forget(Handle handle, Kind kind) {
        handle.execute(
                "DELETE FROM jira_open_reference WHERE kind = ? AND EXISTS (SELECT 1 FROM jira_project p"
                        + " JOIN jira_issue t ON t.project_id = p.id WHERE p.project_key = jira_open_reference.ref_project"
                        + " AND t.num = jira_open_reference.ref_number)",
                kind.word());
    }

    private void reportOpen(Handle handle, Kind kind) {
        handle.createQuery("SELECT ref_project, count(*) FROM jira_open_reference WHERE kind = ?"
                        + " GROUP BY ref_project ORDER BY 2 DESC, 1")
                .bind(0, kind.word())
                .map((row, context) -> summary.open(kind, row.getString(1), row.getInt(2)))
                .list();
    }
}
