package com.atlassian.jira.issue;

import com.atlassian.jira.bc.project.component.ProjectComponent;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.label.Label;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Set;

/**
 * An issue; on this platform a snapshot whose fields are read when asked for. Estimates are seconds.
 *
 * <p>Source: dossier 3.3 [V8]
 */
public interface Issue {
    Long getId();

    String getKey();

    Project getProjectObject();

    Long getProjectId();

    IssueType getIssueType();

    String getSummary();

    /** Null without one. */
    String getDescription();

    Collection<ProjectComponent> getComponents();

    Set<Label> getLabels();

    Long getSecurityLevelId();

    /** Null when unresolved. */
    Resolution getResolution();

    Timestamp getCreated();

    Timestamp getUpdated();

    Timestamp getResolutionDate();

    Object getCustomFieldValue(CustomField field);

    Status getStatus();

    Long getOriginalEstimate();

    boolean isSubTask();

    /** The parent of a sub-task, else null. */
    Long getParentId();

    /** The parent of a sub-task, else null. */
    Issue getParentObject();

    boolean isArchived();
}
