package io.throughline.host.jira.service;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import io.throughline.host.jira.model.ProjectRow;

/** A snapshot of a project; its issue types are read when asked for. */
final class HostProject implements Project {
    private final ProjectRow row;
    private final JiraServices services;

    HostProject(ProjectRow row, JiraServices services) {
        this.row = row;
        this.services = services;
    }

    @Override
    public Long getId() {
        return row.id();
    }

    @Override
    public String getKey() {
        return row.key();
    }

    @Override
    public String getName() {
        return row.name();
    }

    @Override
    public String getDescription() {
        return row.description();
    }

    @Override
    public ApplicationUser getProjectLead() {
        return services.userManager().getUserByKey(row.lead());
    }

    @Override
    public boolean isArchived() {
        return row.isArchived();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Project that && getId().equals(that.getId());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(row.id());
    }

    @Override
    public String toString() {
        return row.key();
    }
}
