package com.atlassian.jira;

/**
 * What a JQL function returns or a field holds.
 *
 * <p>Source: dossier 3.7 [V8]
 */
public interface JiraDataType {}
