package io.throughline.host.jira.model;

import io.throughline.host.jira.model.IssueParts.FieldValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads what issues have many of, four statements for each batch of issues. */
final class PartsReader {
    private final Handle handle;

    PartsReader(Handle handle) {
        this.handle = handle;
    }

    Map<Long, IssueParts> read(Collection<Long> ids) {
        Map<Long, IssueParts> parts = new HashMap<>();
        for (List<Long> batch : Issues.batches(List.copyOf(ids))) {
            batch.forEach(id -> parts.put(
                    id,
                    new IssueParts(
                            new LinkedHashSet<>(),
                            new LinkedHashSet<>(),
                            new LinkedHashSet<>(),
                            new LinkedHashSet<>(),
                            new LinkedHashMap<>())));
            readLabels(batch, parts);
            readComponents(batch, parts);
            readVersions(batch, parts);
            readFields(batch, parts);
        }
        return parts;
    }

    private void readLabels(List<Long> batch, Map<Long, IssueParts> parts) {
        handle.createQuery("SELECT issue_id, label FROM jira_label WHERE issue_id IN (<ids>) ORDER BY label")
                .bindList("ids", batch)
                .map((row, context) -> parts.get(row.getLong(1)).labels().add(row.getString(2)))
                .list();
    }

    private void readComponents(List<Long> batch, Map<Long, IssueParts> parts) {
        handle.createQuery("SELECT issue_id, component_id FROM jira_issue_component WHERE issue_id IN (<ids>)"
                        + " ORDER BY component_id")
                .bindList("ids", batch)
                .map((row, context) -> parts.get(row.getLong(1)).components().add(row.getLong(2)))
                .list();
    }

    private void readVersions(List<Long> batch, Map<Long, IssueParts> parts) {
        handle.createQuery("SELECT issue_id, version_id, kind FROM jira_issue_version WHERE issue_id IN (<ids>)"
                        + " ORDER BY version_id")
                .bindList("ids", batch)
                .map((row, context) -> {
                    IssueParts of = parts.get(row.getLong(1));
                    Set<Long> versions = row.getString(3).equals("FIX") ? of.fixVersions() : of.affectedVersions();
                    return versions.add(row.getLong(2));
                })
                .list();
    }

    private void readFields(List<Long> batch, Map<Long, IssueParts> parts) {
        handle.createQuery("SELECT issue_id, field_id, text_value, number_value, issue_value FROM jira_custom_value"
                        + " WHERE issue_id IN (<ids>) ORDER BY field_id")
                .bindList("ids", batch)
                .map((row, context) -> {
                    double number = row.getDouble(4);
                    Double numberOrNull = row.wasNull() ? null : number;
                    FieldValue value =
                            new FieldValue(row.getString(3), numberOrNull, Issues.nullable(row, "issue_value"));
                    return parts.get(row.getLong(1)).fields().put(row.getLong(2), value);
                })
                .list();
    }
}
