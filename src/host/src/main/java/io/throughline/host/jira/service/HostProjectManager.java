package io.throughline.host.jira.service;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import io.throughline.host.jira.model.ProjectRow;
import java.util.List;
import java.util.Optional;

/** Looks projects up. */
final class HostProjectManager implements ProjectManager {
    private final JiraServices services;

    HostProjectManager(JiraServices services) {
        this.services = services;
    }

    @Override
    public Project getProjectObj(Long id) {
        return id == null ? null : shown(services.data().projects().find(id));
    }

    @Override
    public Project getProjectObjByKey(String key) {
        return shown(services.data().projects().findByAnyKey(key));
    }

    @Override
    public List<Project> getProjectObjects() {
        return services.data().projects().all().stream()
                .<Project>map(row -> new HostProject(row, services))
                .toList();
    }

    private Project shown(Optional<ProjectRow> row) {
        return row.map(found -> new HostProject(found, services)).orElse(null);
    }
}
