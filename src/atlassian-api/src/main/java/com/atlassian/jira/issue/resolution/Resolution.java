package com.atlassian.jira.issue.resolution;

import com.atlassian.jira.issue.IssueConstant;

/**
 * How an issue was resolved; an issue without one is unresolved.
 *
 * <p>Source: dossier 3.3 [V8]
 */
public interface Resolution extends IssueConstant {}
