package io.throughline.host.jira.service;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;
import io.throughline.host.jira.model.Grants;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;

/** Permissions of projects; issues of this host have no security levels of their own. */
final class HostPermissionManager implements PermissionManager {
    private final Grants grants;
    private final Supplier<Collection<Project>> projects;

    HostPermissionManager(Grants grants, Supplier<Collection<Project>> projects) {
        this.grants = grants;
        this.projects = projects;
    }

    @Override
    public boolean hasPermission(ProjectPermissionKey permission, Issue issue, ApplicationUser user) {
        return isAllowed(permission, issue.getProjectId(), user);
    }

    @Override
    public boolean hasPermission(ProjectPermissionKey permission, Project project, ApplicationUser user) {
        return isAllowed(permission, project.getId(), user);
    }

    @Override
    public Collection<Project> getProjects(ProjectPermissionKey permission, ApplicationUser user) {
        Set<Long> allowed = grants.projects(permission.permissionKey(), user == null ? null : user.getKey());
        return projects.get().stream()
                .filter(project -> allowed.contains(project.getId()))
                .toList();
    }

    private boolean isAllowed(ProjectPermissionKey permission, long projectId, ApplicationUser user) {
        return grants.isAllowed(permission.permissionKey(), projectId, user == null ? null : user.getKey());
    }
}
