package io.throughline.host.jira.model;

import io.throughline.host.jira.model.IssueParts.FieldValue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * An issue being made or changed: every column and part, open to be set. Fields are public because this is a form, not an object
 * with rules; the rules are those of the writer that takes it.
 */
public final class IssueDraft {
    public long id;
    public long projectId;
    public long number;
    public long typeId;
    public long statusId;
    public Long resolutionId;
    public Long priorityId;
    public String summary = "";
    public String description;
    public String assignee;
    public String reporter;
    public String creator;
    public long created;
    public long updated;
    public Long resolved;
    public LocalDate due;
    public Long originalEstimate;
    public Long remainingEstimate;
    public Long timeSpent;
    public Long parentId;
    public boolean archived;
    public Long archivedAt;
    public final Set<String> labels = new LinkedHashSet<>();
    public final Set<Long> components = new LinkedHashSet<>();
    public final Set<Long> fixVersions = new LinkedHashSet<>();
    public final Set<Long> affectedVersions = new LinkedHashSet<>();
    public final Map<Long, FieldValue> fields = new LinkedHashMap<>();

    /** A copy of a stored issue. */
    public static IssueDraft of(IssueRow row, IssueParts parts) {
        IssueDraft draft = new IssueDraft();
        draft.id = row.id();
        draft.projectId = row.projectId();
        draft.number = row.number();
        draft.typeId = row.typeId();
        draft.statusId = row.statusId();
        draft.resolutionId = row.resolutionId();
        draft.priorityId = row.priorityId();
        draft.summary = row.summary();
        draft.description = row.description();
        draft.assignee = row.assignee();
        draft.reporter = row.reporter();
        draft.creator = row.creator();
        draft.created = row.created();
        draft.updated = row.updated();
        draft.resolved = row.resolved();
        draft.due = row.due();
        draft.originalEstimate = row.originalEstimate();
        draft.remainingEstimate = row.remainingEstimate();
        draft.timeSpent = row.timeSpent();
        draft.parentId = row.parentId();
        draft.archived = row.isArchived();
        draft.archivedAt = row.archivedAt();
        draft.labels.addAll(parts.labels());
        draft.components.addAll(parts.components());
        draft.fixVersions.addAll(parts.fixVersions());
        draft.affectedVersions.addAll(parts.affectedVersions());
        draft.fields.putAll(parts.fields());
        return draft;
    }
}
