package io.throughline.host.jira.service;

import com.atlassian.jira.bc.project.component.ProjectComponent;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.version.Version;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.FieldTypes;
import io.throughline.host.jira.model.IssueParts;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.model.Projects;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Issues that were read together. What one of them is asked for is read for all of them at once, so that walking 500 issues and
 * their epics costs a handful of statements and not thousands.
 */
final class IssueBatch {
    private final JiraServices services;
    private final List<IssueRow> rows;
    private Map<Long, IssueParts> parts;
    private Map<Long, Issue> related;
    private final Map<Long, Project> projects = new HashMap<>();
    private final Map<Long, List<Projects.Component>> components = new HashMap<>();
    private final Map<Long, List<Projects.Version>> versions = new HashMap<>();

    private record HostComponent(Long getId, String getName) implements ProjectComponent {}

    private record HostVersion(Long getId, String getName) implements Version {}

    IssueBatch(List<IssueRow> rows, JiraServices services) {
        this.rows = rows;
        this.services = services;
    }

    JiraServices services() {
        return services;
    }

    List<Issue> issues() {
        return rows.stream().<Issue>map(row -> new HostIssue(row, this)).toList();
    }

    synchronized IssueParts parts(long issueId) {
        if (parts == null) {
            parts = services.data()
                    .issues()
                    .parts(rows.stream().map(IssueRow::id).toList());
        }
        return parts.getOrDefault(issueId, IssueParts.NONE);
    }

    synchronized Project project(long id) {
        return projects.computeIfAbsent(id, services.projectManager()::getProjectObj);
    }

    synchronized Collection<ProjectComponent> components(IssueRow row) {
        Set<Long> ids = parts(row.id()).components();
        return components.computeIfAbsent(row.projectId(), services.data().projects()::components).stream()
                .filter(component -> ids.contains(component.id()))
                .<ProjectComponent>map(component -> new HostComponent(component.id(), component.name()))
                .toList();
    }

    synchronized Collection<Version> fixVersions(IssueRow row) {
        Set<Long> ids = parts(row.id()).fixVersions();
        return versions.computeIfAbsent(row.projectId(), services.data().projects()::versions).stream()
                .filter(version -> ids.contains(version.id()))
                .<Version>map(version -> new HostVersion(version.id(), version.name()))
                .toList();
    }

    /** A parent, epic or parent link of one of these issues; null when it is gone. */
    synchronized Issue related(Long id) {
        if (id == null) {
            return null;
        }
        if (related == null) {
            related = readRelated();
        }
        return related.get(id);
    }

    private Map<Long, Issue> readRelated() {
        List<Long> ids = rows.stream()
                .flatMap(row -> Stream.concat(
                        Stream.ofNullable(row.parentId()),
                        parts(row.id()).fields().values().stream()
                                .map(IssueParts.FieldValue::issue)
                                .filter(Objects::nonNull)))
                .distinct()
                .toList();
        Map<Long, Issue> found = new HashMap<>();
        new IssueBatch(services.data().issues().find(ids), services)
                .issues()
                .forEach(issue -> found.put(issue.getId(), issue));
        return found;
    }

    /** The value as the field's type gives it, null when there is none. */
    Object value(long issueId, long fieldId) {
        return value(parts(issueId).fields().get(fieldId), fieldId, this::related);
    }

    /** The same of a value that need not be stored yet. */
    Object value(IssueParts.FieldValue value, long fieldId, Function<Long, Issue> issues) {
        if (value == null) {
            return null;
        }
        if (value.number() != null) {
            return value.number();
        }
        if (value.issue() == null) {
            return value.text();
        }
        Issue target = issues.apply(value.issue());
        Constant.Field field = services.data().constants().fields().get(fieldId);
        boolean isParentLink = field.typeKey().equals(FieldTypes.PARENT_LINK);
        return isParentLink && target != null ? new ParentLinkValue(target.getKey(), target.getSummary()) : target;
    }

    /** Advanced Roadmaps' value: not an issue, and read through {@code toString()}, which is the parent's key. */
    private record ParentLinkValue(String getKey, String getSummary) {
        @Override
        public String toString() {
            return getKey;
        }
    }
}
