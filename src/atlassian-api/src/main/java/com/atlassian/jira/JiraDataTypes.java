package com.atlassian.jira;

/**
 * The data types that Jira itself knows.
 *
 * <p>Source: dossier 3.7 [V8]
 */
public final class JiraDataTypes {
    public static final JiraDataType ISSUE = new JiraDataType() {};

    private JiraDataTypes() {}
}
