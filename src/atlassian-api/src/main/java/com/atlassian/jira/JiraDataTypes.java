package com.atlassian.jira;

import java.util.List;

/**
 * The data types that Jira itself knows.
 *
 * <p>Source: dossier 3.7 [V8]
 */
public final class JiraDataTypes {
    public static final JiraDataType ISSUE = () -> List.of("com.atlassian.jira.issue.Issue");

    private JiraDataTypes() {}
}
