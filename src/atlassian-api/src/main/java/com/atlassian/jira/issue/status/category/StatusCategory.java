package com.atlassian.jira.issue.status.category;

/**
 * One of the four fixed groups of statuses; keys "undefined", "new", "indeterminate", "done".
 *
 * <p>Source: dossier 3.3 [V8; the ids K]
 */
public interface StatusCategory {
    String getKey();
}
