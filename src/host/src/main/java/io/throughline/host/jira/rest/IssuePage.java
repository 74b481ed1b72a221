package io.throughline.host.jira.rest;

import com.atlassian.jira.permission.ProjectPermissions;
import io.throughline.host.jira.model.IssueParts;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.model.Links;
import io.throughline.host.jira.model.ProjectRow;
import io.throughline.host.jira.model.Projects;
import io.throughline.host.jira.service.JiraServices;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the issues of one answer need, read for all of them together and only when a field asks for it. */
final class IssuePage {
    private final JiraServices services;
    private final List<IssueRow> rows;
    private final Map<Long, ProjectRow> projects = new HashMap<>();
    private final Map<Long, List<Projects.Component>> components = new HashMap<>();
    private final Map<Long, List<Projects.Version>> versions = new HashMap<>();
    private Map<Long, IssueParts> parts;
    private Map<Long, IssueRow> related;
    private Map<Long, List<IssueRow>> subtasks;
    private Map<Long, List<Links.Link>> links;
    private Map<Long, IssueRow> linked;

    IssuePage(JiraServices services, List<IssueRow> rows) {
        this.services = services;
        this.rows = rows;
    }

    private List<Long> ids() {
        return rows.stream().map(IssueRow::id).toList();
    }

    ProjectRow project(long id) {
        return projects.computeIfAbsent(
                id, each -> services.data().projects().find(each).orElseThrow());
    }

    IssueParts parts(long id) {
        if (parts == null) {
            parts = services.data().issues().parts(ids());
        }
        return parts.getOrDefault(id, IssueParts.NONE);
    }

    Collection<Projects.Component> components(IssueRow row) {
        Set<Long> ids = parts(row.id()).components();
        return components.computeIfAbsent(row.projectId(), services.data().projects()::components).stream()
                .filter(component -> ids.contains(component.id()))
                .toList();
    }

    Collection<Projects.Version> versions(IssueRow row, Function<IssueParts, Set<Long>> which) {
        Set<Long> ids = which.apply(parts(row.id()));
        return versions.computeIfAbsent(row.projectId(), services.data().projects()::versions).stream()
                .filter(version -> ids.contains(version.id()))
                .toList();
    }

    /** Parents, epics and parent links. */
    Optional<IssueRow> related(long id) {
        if (related == null) {
            List<Long> ids = rows.stream()
                    .flatMap(row -> Stream.concat(
                            Stream.ofNullable(row.parentId()),
                            parts(row.id()).fields().values().stream()
                                    .map(IssueParts.FieldValue::issue)
                                    .filter(Objects::nonNull)))
                    .distinct()
                    .toList();
            related = byId(services.data().issues().find(ids));
        }
        return Optional.ofNullable(related.get(id));
    }

    List<IssueRow> subtasks(long id) {
        if (subtasks == null) {
            subtasks = services.data().issues().subtasksOf(ids()).stream()
                    .collect(Collectors.groupingBy(IssueRow::parentId));
        }
        return subtasks.getOrDefault(id, List.of());
    }

    List<Links.Link> links(long id) {
        if (links == null) {
            Map<Long, List<Links.Link>> found = new HashMap<>();
            services.data().links().of(ids()).forEach(link -> {
                found.computeIfAbsent(link.sourceId(), each -> new java.util.ArrayList<>())
                        .add(link);
                found.computeIfAbsent(link.destinationId(), each -> new java.util.ArrayList<>())
                        .add(link);
            });
            links = found;
        }
        return links.getOrDefault(id, List.of());
    }

    /** The other end of a link, if the caller may see it. */
    Optional<IssueRow> linked(long id) {
        if (linked == null) {
            List<Long> ids = links.values().stream()
                    .flatMap(List::stream)
                    .flatMap(link -> Stream.of(link.sourceId(), link.destinationId()))
                    .distinct()
                    .toList();
            String caller = services.authenticationContext().isLoggedInUser()
                    ? services.authenticationContext().getLoggedInUser().getKey()
                    : null;
            Set<Long> browsable =
                    services.data().grants().projects(ProjectPermissions.BROWSE_PROJECTS.permissionKey(), caller);
            linked = byId(services.data().issues().find(ids).stream()
                    .filter(row -> browsable.contains(row.projectId()))
                    .toList());
        }
        return Optional.ofNullable(linked.get(id));
    }

    private static Map<Long, IssueRow> byId(List<IssueRow> rows) {
        return rows.stream().collect(Collectors.toMap(IssueRow::id, Function.identity(), (one, same) -> one));
    }
}
