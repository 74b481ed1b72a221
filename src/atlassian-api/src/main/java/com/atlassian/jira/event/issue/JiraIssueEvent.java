package com.atlassian.jira.event.issue;

/**
 * Anything that an issue event bundle may hold.
 *
 * <p>Source: dossier 3.8 [V8]
 */
public interface JiraIssueEvent {}
