package com.atlassian.jira.issue.worklog;

/**
 * Logged work; declared only because issue events carry it.
 *
 * <p>Source: dossier 3.8 [V8]
 */
public interface Worklog {}
