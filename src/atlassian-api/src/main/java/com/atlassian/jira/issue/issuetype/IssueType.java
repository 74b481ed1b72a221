package com.atlassian.jira.issue.issuetype;

import com.atlassian.jira.issue.IssueConstant;

/**
 * An issue type.
 *
 * <p>Source: dossier 3.3 [V8]
 */
public interface IssueType extends IssueConstant {
    boolean isSubTask();
}
