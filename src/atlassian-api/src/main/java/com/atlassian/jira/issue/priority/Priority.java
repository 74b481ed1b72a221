package com.atlassian.jira.issue.priority;

import com.atlassian.jira.issue.IssueConstant;

/**
 * A priority.
 *
 * <p>Source: dossier 3.3 [V8]
 */
public interface Priority extends IssueConstant {}
