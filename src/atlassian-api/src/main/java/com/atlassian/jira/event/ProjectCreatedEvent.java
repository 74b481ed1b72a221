package com.atlassian.jira.event;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;

/**
 * A project was made.
 *
 * <p>Source: dossier 3.8 [S6]
 */
public class ProjectCreatedEvent extends AbstractProjectEvent {
    public ProjectCreatedEvent(ApplicationUser user, Project project) {
        super(user, project);
    }
}
