package io.throughline.host.jira.service;

import com.atlassian.jira.bc.project.component.ProjectComponent;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.label.Label;
import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import io.throughline.host.jira.model.IssueRow;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** A snapshot of an issue: its row never changes, what it has many of is read with its batch when first asked for. */
class HostIssue implements Issue {
    private final IssueRow row;
    private final IssueBatch batch;

    HostIssue(IssueRow row, IssueBatch batch) {
        this.row = row;
        this.batch = batch;
    }

    /** Reads everything now, for an issue that is about to be deleted. */
    HostIssue readAll() {
        batch.parts(row.id());
        batch.related(row.parentId());
        batch.components(row);
        batch.fixVersions(row);
        getProjectObject();
        return this;
    }

    @Override
    public Long getId() {
        return row.id();
    }

    @Override
    public String getKey() {
        return row.key();
    }

    @Override
    public Project getProjectObject() {
        return batch.project(row.projectId());
    }

    @Override
    public Long getProjectId() {
        return row.projectId();
    }

    @Override
    public IssueType getIssueType() {
        return batch.services().constants().type(row.typeId());
    }

    @Override
    public String getSummary() {
        return row.summary();
    }

    @Override
    public String getDescription() {
        return row.description();
    }

    public ApplicationUser getAssignee() {
        return batch.services().userManager().getUserByKey(row.assignee());
    }

    public ApplicationUser getReporter() {
        return batch.services().userManager().getUserByKey(row.reporter());
    }

    @Override
    public Collection<ProjectComponent> getComponents() {
        return batch.components(row);
    }

    @Override
    public Set<Label> getLabels() {
        Set<Label> labels = new LinkedHashSet<>();
        // Jira's label ids are rows of its table; this host's labels have none
        batch.parts(row.id()).labels().forEach(label -> labels.add(new Label(null, row.id(), label)));
        return labels;
    }

    @Override
    public Long getSecurityLevelId() {
        return null;
    }

    public Priority getPriority() {
        return batch.services().constants().priority(row.priorityId());
    }

    @Override
    public Resolution getResolution() {
        return batch.services().constants().resolution(row.resolutionId());
    }

    @Override
    public Timestamp getCreated() {
        return new Timestamp(row.created());
    }

    @Override
    public Timestamp getUpdated() {
        return new Timestamp(row.updated());
    }

    @Override
    public Timestamp getResolutionDate() {
        return row.resolved() == null ? null : new Timestamp(row.resolved());
    }

    @Override
    public Object getCustomFieldValue(CustomField field) {
        return batch.value(row.id(), field.getIdAsLong());
    }

    @Override
    public Status getStatus() {
        return batch.services().constants().status(row.statusId());
    }

    @Override
    public Long getOriginalEstimate() {
        return row.originalEstimate();
    }

    /** By its type: an imported sub-task whose parent is not here is a sub-task all the same. */
    @Override
    public boolean isSubTask() {
        return getIssueType().isSubTask();
    }

    @Override
    public Long getParentId() {
        return row.parentId();
    }

    @Override
    public Issue getParentObject() {
        return batch.related(row.parentId());
    }

    @Override
    public boolean isArchived() {
        return row.isArchived();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Issue that && getId().equals(that.getId());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(row.id());
    }

    @Override
    public String toString() {
        return row.key();
    }
}
