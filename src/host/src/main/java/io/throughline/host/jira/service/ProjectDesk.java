package io.throughline.host.jira.service;

import com.atlassian.jira.event.ProjectCreatedEvent;
import com.atlassian.jira.event.ProjectDeletedEvent;
import com.atlassian.jira.event.ProjectUpdatedEvent;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.model.ProjectRow;
import java.util.List;

/** Where projects are written. Permissions and the sense of the input are the caller's to check. */
public final class ProjectDesk {
    private final JiraServices services;
    private final JiraEvents events;

    ProjectDesk(JiraServices services, JiraEvents events) {
        this.services = services;
        this.events = events;
    }

    /** A project that every Jira user works in, with the issue types of a new Jira. */
    public Project create(String key, String name, String description, String lead, ApplicationUser actor) {
        List<Long> types = List.of("Epic", "Story", "Task", "Sub-task", "Bug", "Initiative").stream()
                .map(type -> services.data().constants().types().byName(type).orElseThrow())
                .map(Constant::id)
                .toList();
        long id = services.data().projects().insert(key, name, description, lead, types);
        services.data().grants().openToAll(id);
        Project project = services.projectManager().getProjectObj(id);
        events.publish(new ProjectCreatedEvent(actor, project));
        return project;
    }

    /** Name, description, lead, key, archived. */
    public Project update(ProjectRow row, ApplicationUser actor) {
        Project before = services.projectManager().getProjectObj(row.id());
        services.data().projects().update(row);
        Project after = services.projectManager().getProjectObj(row.id());
        events.publish(new ProjectUpdatedEvent(actor, after, before));
        return after;
    }

    /** Deletes its issues first, each with its own events. */
    public void delete(long id, ApplicationUser actor) {
        Project project = services.projectManager().getProjectObj(id);
        for (IssueRow row :
                services.data().issues().find(services.data().issues().idsOfProject(id))) {
            if (services.data().issues().find(row.id()).isPresent()) { // not gone with its parent
                services.issueDesk().delete(row.id(), actor);
            }
        }
        services.data().projects().delete(id);
        events.publish(new ProjectDeletedEvent(actor, project));
    }
}
