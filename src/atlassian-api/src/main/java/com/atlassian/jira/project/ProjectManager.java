package com.atlassian.jira.project;

import java.util.List;

/**
 * Looks projects up, without any permission check.
 *
 * <p>Source: dossier 3.3 [V8]
 */
public interface ProjectManager {
    /** Null when there is no such project. */
    Project getProjectObj(Long id);

    /** Also finds a project by a key that it had before. */
    Project getProjectObjByKey(String key);

    List<Project> getProjectObjects();
}
