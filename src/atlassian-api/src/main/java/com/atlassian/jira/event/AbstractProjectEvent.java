package com.atlassian.jira.event;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;

/**
 * Something happened to a project.
 *
 * <p>Source: dossier 3.8 [S6, U8]
 */
public abstract class AbstractProjectEvent {
    private final ApplicationUser user;
    private final Project project;

    protected AbstractProjectEvent(ApplicationUser user, Project project) {
        this.user = user;
        this.project = project;
    }

    public Project getProject() {
        return project;
    }
}
