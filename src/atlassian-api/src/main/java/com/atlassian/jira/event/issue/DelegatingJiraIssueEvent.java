package com.atlassian.jira.event.issue;

/**
 * The element of a bundle that wraps a single issue event.
 *
 * <p>Source: dossier 3.8 [V8]
 */
public interface DelegatingJiraIssueEvent extends JiraIssueEvent {
    IssueEvent asIssueEvent();
}
