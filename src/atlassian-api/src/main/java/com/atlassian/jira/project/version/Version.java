package com.atlassian.jira.project.version;

/**
 * A version of a project.
 *
 * <p>Source: dossier 3.3 [V8]
 */
public interface Version {}
