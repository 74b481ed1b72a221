package io.throughline.host.jira.rest;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.model.ProjectRow;
import io.throughline.host.jira.service.JiraServices;
import java.util.Optional;

/** Who calls, and whether it may. */
final class Gate {
    private final JiraServices services;

    Gate(JiraServices services) {
        this.services = services;
    }

    ApplicationUser caller() {
        return services.authenticationContext().getLoggedInUser();
    }

    boolean mayBrowse(long projectId) {
        return may(ProjectPermissions.BROWSE_PROJECTS, projectId);
    }

    boolean may(ProjectPermissionKey permission, long projectId) {
        Project project = services.projectManager().getProjectObj(projectId);
        return project != null && services.permissionManager().hasPermission(permission, project, caller());
    }

    /** @throws RestError 404 for an issue that is not there, 403 for one that may not be seen, as Jira Data Center does */
    IssueRow issue(String keyOrId) {
        IssueRow row = find(keyOrId).orElseThrow(() -> RestError.of(404, "Issue Does Not Exist"));
        if (!mayBrowse(row.projectId())) {
            throw RestError.of(403, "You do not have the permission to see the specified issue.");
        }
        return row;
    }

    Optional<IssueRow> find(String keyOrId) {
        return keyOrId.matches("[0-9]{1,18}")
                ? services.data().issues().find(Long.parseLong(keyOrId))
                : services.data().issues().findByAnyKey(keyOrId);
    }

    /** @throws RestError 404 for a project that is not there or may not be seen */
    ProjectRow project(String keyOrId) {
        Optional<ProjectRow> row = keyOrId.matches("[0-9]{1,18}")
                ? services.data().projects().find(Long.parseLong(keyOrId))
                : services.data().projects().findByAnyKey(keyOrId);
        return row.filter(found -> mayBrowse(found.id()))
                .orElseThrow(() -> RestError.of(404, "No project could be found with key '" + keyOrId + "'."));
    }

    void require(ProjectPermissionKey permission, long projectId, String what) {
        if (!may(permission, projectId)) {
            throw RestError.of(403, "You do not have permission to " + what + " in this project.");
        }
    }

    void requireAdministrator() {
        if (!services.globalPermissionManager().hasPermission(GlobalPermissionKey.ADMINISTER, caller())) {
            throw RestError.of(403, "You must have global administrator rights in order to modify projects.");
        }
    }
}
