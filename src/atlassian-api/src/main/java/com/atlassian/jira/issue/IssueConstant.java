package com.atlassian.jira.issue;

/**
 * What issue types, statuses, priorities and resolutions have in common.
 *
 * <p>Source: dossier 3.3 [V8]
 */
public interface IssueConstant {
    String getId();

    String getName();
}
