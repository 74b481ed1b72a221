package com.atlassian.jira.issue.status;

import com.atlassian.jira.issue.IssueConstant;
import com.atlassian.jira.issue.status.category.StatusCategory;

/**
 * A status of the workflow.
 *
 * <p>Source: dossier 3.3 [V8]
 */
public interface Status extends IssueConstant {
    StatusCategory getStatusCategory();
}
