package com.atlassian.jira.project;

import com.atlassian.jira.user.ApplicationUser;

/**
 * A project; a snapshot, not a live view.
 *
 * <p>Source: dossier 3.3 [V8]
 */
public interface Project {
    Long getId();

    String getKey();

    String getName();

    String getDescription();

    /** Null when the project has no lead. */
    ApplicationUser getProjectLead();

    boolean isArchived();
}
