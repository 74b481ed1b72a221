package com.atlassian.jira.event;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;

/**
 * A project was deleted.
 *
 * <p>Source: dossier 3.8 [S6]
 */
public class ProjectDeletedEvent extends AbstractProjectEvent {
    public ProjectDeletedEvent(ApplicationUser user, Project project) {
        super(user, project);
    }
}
