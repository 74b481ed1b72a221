package io.throughline.host.jira.model;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes issues and their parts, many in one go, inside the caller's transaction. */
public final class IssueRows {
    private static final String INSERT = """
            INSERT INTO jira_issue (id, project_id, num, type_id, status_id, resolution_id, priority_id, summary, description,
              assignee, reporter, creator, created, updated, resolved, due, original_estimate, remaining_estimate, time_spent,
              parent_id, archived, archived_at)
            VALUES (:id, :projectId, :number, :typeId, :statusId, :resolutionId, :priorityId, :summary, :description,
              :assignee, :reporter, :creator, :created, :updated, :resolved, :due, :originalEstimate, :remainingEstimate,
              :timeSpent, :parentId, :archived, :archivedAt)""";

    private static final String UPDATE = """
            UPDATE jira_issue SET project_id = :projectId, num = :number, type_id = :typeId, status_id = :statusId,
              resolution_id = :resolutionId, priority_id = :priorityId, summary = :summary, description = :description,
              assignee = :assignee, reporter = :reporter, creator = :creator, created = :created, updated = :updated,
              resolved = :resolved, due = :due, original_estimate = :originalEstimate,
              remaining_estimate = :remainingEstimate, time_spent = :timeSpent, parent_id = :parentId, archived = :archived,
              archived_at = :archivedAt
            WHERE id = :id""";

    private static final List<String> PARTS = List.of(
            "jira_label",
            "jira_issue_component",
            "jira_issue_version",
            "jira_custom_value",
            "jira_issue_key",
            "jira_open_reference");

    private final Handle handle;

    public IssueRows(Handle handle) {
        this.handle = handle;
    }

    /** Numbers the issue and inserts it. */
    public void insertNumbered(IssueDraft draft) {
        draft.number = Projects.nextNumber(handle, draft.projectId);
        insert(List.of(draft));
    }

    public void insert(List<IssueDraft> drafts) {
        PreparedBatch rows = handle.prepareBatch(INSERT);
        drafts.forEach(draft -> rows.bindFields(draft).add());
        rows.execute();
        insertParts(drafts);
    }

    public void update(IssueDraft draft) {
        handle.createUpdate(UPDATE).bindFields(draft).execute();
        for (String table : PARTS.subList(0, 4)) {
            handle.execute("DELETE FROM " + table + " WHERE issue_id = ?", draft.id);
        }
        insertParts(List.of(draft));
    }

    /** A moved issue gets its number in the new project and can still be found by the old key. */
    public void move(IssueDraft draft, String oldKey, long toProject) {
        draft.projectId = toProject;
        draft.number = Projects.nextNumber(handle, toProject);
        handle.execute("DELETE FROM jira_issue_key WHERE old_key = ?", oldKey);
        handle.execute("INSERT INTO jira_issue_key VALUES (?, ?)", oldKey, draft.id);
        update(draft);
    }

    /** Deletes one issue and whatever points at it; its sub-tasks are the caller's to delete first. */
    public void delete(long id) {
        for (String table : PARTS) {
            handle.execute("DELETE FROM " + table + " WHERE issue_id = ?", id);
        }
        // with the fields named there is an index for it
        handle.execute(
                "DELETE FROM jira_custom_value WHERE field_id IN (SELECT f.id FROM jira_custom_field f) AND issue_value = ?",
                id);
        handle.execute("DELETE FROM jira_comment WHERE issue_id = ?", id);
        handle.execute("DELETE FROM jira_link WHERE source_id = ? OR destination_id = ?", id, id);
        handle.execute(
                "DELETE FROM jira_change_item WHERE change_id IN (SELECT id FROM jira_change WHERE issue_id = ?)", id);
        handle.execute("DELETE FROM jira_change WHERE issue_id = ?", id);
        handle.execute("DELETE FROM jira_issue WHERE id = ?", id);
    }

    private void insertParts(List<IssueDraft> drafts) {
        PreparedBatch labels = handle.prepareBatch("INSERT INTO jira_label VALUES (?, ?)");
        PreparedBatch components = handle.prepareBatch("INSERT INTO jira_issue_component VALUES (?, ?)");
        PreparedBatch versions = handle.prepareBatch("INSERT INTO jira_issue_version VALUES (?, ?, ?)");
        PreparedBatch fields = handle.prepareBatch("INSERT INTO jira_custom_value VALUES (?, ?, ?, ?, ?)");
        for (IssueDraft draft : drafts) {
            draft.labels.forEach(label -> labels.add(draft.id, label));
            draft.components.forEach(component -> components.add(draft.id, component));
            draft.fixVersions.forEach(version -> versions.add(draft.id, version, "FIX"));
            draft.affectedVersions.forEach(version -> versions.add(draft.id, version, "AFFECTED"));
            draft.fields.forEach(
                    (field, value) -> fields.add(draft.id, field, value.text(), value.number(), value.issue()));
        }
        List.of(labels, components, versions, fields).forEach(batch -> {
            if (batch.size() > 0) {
                batch.execute();
            }
            batch.close();
        });
    }
}
