package io.throughline.host.jira.service;

import com.atlassian.jira.issue.label.Label;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.IssueRow;
import java.util.LinkedHashSet;
import java.util.Set;

/** An issue as the rules of the first transition see it: it is not stored yet, so it has no id and no key. */
final class UnbornIssue extends EditableIssue {
    private static final long NOBODY = 0;

    private final IssueDraft draft;

    UnbornIssue(IssueDraft draft, JiraServices services) {
        super(row(draft, services), draft, services);
        this.draft = draft;
    }

    private static IssueRow row(IssueDraft draft, JiraServices services) {
        return new IssueRow(
                NOBODY,
                null,
                draft.projectId,
                0,
                draft.typeId,
                services.workflow().first(draft.projectId).id(),
                draft.resolutionId,
                draft.priorityId,
                draft.summary,
                draft.description,
                draft.assignee,
                draft.reporter,
                draft.creator,
                services.data().clock().millis(),
                services.data().clock().millis(),
                null,
                draft.due,
                draft.originalEstimate,
                draft.remainingEstimate,
                draft.timeSpent,
                draft.parentId,
                false,
                null);
    }

    @Override
    public Long getId() {
        return null;
    }

    @Override
    public String getKey() {
        return null;
    }

    @Override
    public Set<Label> getLabels() {
        Set<Label> labels = new LinkedHashSet<>();
        draft.labels.forEach(label -> labels.add(new Label(null, null, label)));
        return labels;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
