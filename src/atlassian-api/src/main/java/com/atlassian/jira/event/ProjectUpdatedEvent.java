package com.atlassian.jira.event;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;

/**
 * A project was changed; compare the keys to see a rename.
 *
 * <p>Source: dossier 3.8 [S6; getOldProject S6, U]
 */
public class ProjectUpdatedEvent extends AbstractProjectEvent {
    private final Project oldProject;

    public ProjectUpdatedEvent(ApplicationUser user, Project newProject, Project oldProject) {
        super(user, newProject);
        this.oldProject = oldProject;
    }
}
