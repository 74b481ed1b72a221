package com.atlassian.jira.bc.project.component;

/**
 * A component of a project.
 *
 * <p>Source: dossier 3.3 [V8]
 */
public interface ProjectComponent {
    String getName();
}
