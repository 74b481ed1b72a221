package io.throughline.host.jira.importer;

import io.throughline.host.jira.importer.ImportedIssue.Part;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.History;
import io.throughline.host.jira.model.Ids;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.IssueRows;
import io.throughline.host.jira.model.JiraData;
import io.throughline.host.jira.model.People;
import io.throughline.host.jira.model.ProjectRow;
import io.throughline.host.jira.service.JiraServices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Where imported issues go: projects, components and versions are made as they come up, issues are stored batch by batch. */
final class Target {
    private final JiraServices services;
    private final JiraData data;
    private final ImportSummary summary;
    private final Map<String, Project> projects = new HashMap<>();
    private final Set<String> knownPeople = new HashSet<>();

    /** What is known of one project while the import runs. */
    private static final class Project {
        private final long id;
        private final Map<String, Long> components = new HashMap<>();
        private final Map<String, Long> versions = new HashMap<>();
        /** Of every issue that is here; a look-up in the database for each batch costs more and more as it grows. */
        private final Set<Long> numbers = new HashSet<>();
        /** Of those that this import brought. */
        private final Set<Long> fresh = new HashSet<>();

        private final Set<Long> types = new HashSet<>();
        private final Set<Long> statuses = new HashSet<>();

        Project(long id) {
            this.id = id;
        }
    }

    Target(JiraServices services, ImportSummary summary) {
        this.services = services;
        this.data = services.data();
        this.summary = summary;
    }

    void add(List<ImportedIssue> issues) {
        List<ImportedIssue> fresh = withoutKnown(issues);
        if (fresh.isEmpty()) {
            return;
        }
        remember(fresh);
        long id = data.ids().block(Ids.Kind.ISSUE, fresh.size());
        for (ImportedIssue issue : fresh) {
            settle(issue, id++);
        }
        try {
            insert(fresh);
        } catch (JdbiException refused) {
            fresh.forEach(this::insertAlone);
        }
    }

    private void insert(List<ImportedIssue> issues) {
        int changes = issues.stream().mapToInt(issue -> issue.history().size()).sum();
        long firstChange = changes == 0 ? 0 : data.ids().block(Ids.Kind.CHANGE, changes);
        data.jdbi().useTransaction(handle -> {
            new IssueRows(handle)
                    .insert(issues.stream().map(ImportedIssue::draft).toList());
            insertReferences(handle, issues);
            insertHistory(handle, issues, firstChange);
        });
        issues.forEach(issue -> summary.imported(issue.key().project(), issue.references()));
    }

    /** After the database refused a batch: to find the issue that it does not take, and to name it. */
    private void insertAlone(ImportedIssue issue) {
        try {
            insert(List.of(issue));
        } catch (JdbiException refused) {
            Throwable cause = refused.getCause() == null ? refused : refused.getCause();
            summary.refused(issue.where(), "the database does not take it: " + cause.getMessage());
        }
    }

    /** Numbers new issues behind the imported ones and completes workflows that lack a beginning or an end. */
    void finish() {
        projects.values().forEach(project -> {
            data.projects().raiseCounter(project.id);
            Map<Long, Long> byCategory = project.statuses.stream()
                    .collect(Collectors.toMap(
                            status -> data.constants().statuses().get(status).categoryId(),
                            status -> status,
                            (a, b) -> a));
            for (String name : List.of("To Do", "In Progress", "Done")) {
                Constant.Status standard =
                        data.constants().statuses().byName(name).orElseThrow();
                if (!byCategory.containsKey(standard.categoryId())) {
                    data.projects().addStatus(project.id, standard.id());
                }
            }
        });
    }

    /** Keys that exist are skipped, and so is the second of two issues with one key. */
    private List<ImportedIssue> withoutKnown(List<ImportedIssue> issues) {
        Map<String, List<ImportedIssue>> byProject = issues.stream()
                .collect(
                        Collectors.groupingBy(issue -> issue.key().project(), LinkedHashMap::new, Collectors.toList()));
        List<ImportedIssue> fresh = new ArrayList<>();
        byProject.forEach((key, ofProject) -> {
            Project project = project(key, ofProject.get(0).projectName());
            for (ImportedIssue issue : ofProject) {
                if (project.numbers.add(issue.key().number())) {
                    project.fresh.add(issue.key().number());
                    fresh.add(issue);
                } else if (project.fresh.contains(issue.key().number())) {
                    summary.repeated(issue);
                } else {
                    summary.skip();
                }
            }
        });
        return fresh;
    }

    private void remember(List<ImportedIssue> issues) {
        Map<String, People.Person> unseen = new LinkedHashMap<>();
        issues.forEach(issue -> issue.people().stream()
                .filter(person -> knownPeople.add(person.key()))
                .forEach(person -> unseen.put(person.key(), person)));
        data.people().remember(unseen.values());
    }

    private void settle(ImportedIssue issue, long id) {
        Project project = project(issue.key().project(), issue.projectName());
        IssueDraft draft = issue.draft();
        draft.id = id;
        draft.projectId = project.id;
        if (project.types.add(draft.typeId)) {
            data.projects().addType(project.id, draft.typeId);
        }
        if (project.statuses.add(draft.statusId)) {
            data.projects().addStatus(project.id, draft.statusId);
        }
        issue.components().forEach(part -> draft.components.add(component(project, part)));
        issue.fixVersions().forEach(part -> draft.fixVersions.add(version(project, part)));
        issue.affectedVersions().forEach(part -> draft.affectedVersions.add(version(project, part)));
    }

    private Project project(String key, String name) {
        return projects.computeIfAbsent(key, unseen -> {
            ProjectRow row = data.projects().findByKey(key).orElseGet(() -> make(key, name));
            Project project = new Project(row.id());
            data.projects().components(row.id()).forEach(each -> project.components.put(each.name(), each.id()));
            data.projects().versions(row.id()).forEach(each -> project.versions.put(each.name(), each.id()));
            project.numbers.addAll(data.issues().numbersOfProject(row.id()));
            project.types.addAll(data.projects().typeIds(row.id()));
            project.statuses.addAll(data.projects().statusIds(row.id()));
            return project;
        });
    }

    private ProjectRow make(String key, String name) {
        services.projectDesk().create(key, name, "", "admin", null);
        summary.madeProject(key);
        return data.projects().findByKey(key).orElseThrow();
    }

    private long component(Project project, Part part) {
        return project.components.computeIfAbsent(
                part.name(),
                name -> data.projects()
                        .addComponent(project.id, name, shortened(part.description()))
                        .id());
    }

    private long version(Project project, Part part) {
        return project.versions.computeIfAbsent(
                part.name(),
                name -> data.projects()
                        .addVersion(
                                project.id, name, shortened(part.description()), part.isArchived(), part.isReleased())
                        .id());
    }

    private static String shortened(String description) {
        return description.substring(0, Math.min(10_000, description.length()));
    }

    private static void insertReferences(Handle handle, List<ImportedIssue> issues) {
        PreparedBatch references = handle.prepareBatch("INSERT INTO jira_open_reference VALUES (?, ?, ?, ?, ?)");
        issues.forEach(issue -> issue.references()
                .forEach(reference -> references.add(
                        issue.draft().id,
                        reference.kind().word(),
                        reference.linkTypeId(),
                        reference.to().project(),
                        reference.to().number())));
        if (references.size() > 0) {
            references.execute();
        }
        references.close();
    }

    private static void insertHistory(Handle handle, List<ImportedIssue> issues, long firstId) {
        PreparedBatch changes = handle.prepareBatch("INSERT INTO jira_change VALUES (?, ?, ?, ?)");
        PreparedBatch items = handle.prepareBatch("INSERT INTO jira_change_item VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        long id = firstId;
        for (ImportedIssue issue : issues) {
            for (History.Change change : issue.history()) {
                changes.add(id, issue.draft().id, change.author(), change.created());
                for (int at = 0; at < change.items().size(); at++) {
                    History.Item item = change.items().get(at);
                    items.add(
                            id,
                            at,
                            item.fieldType(),
                            item.field(),
                            item.from(),
                            item.fromText(),
                            item.to(),
                            item.toText());
                }
                id++;
            }
        }
        for (PreparedBatch batch : List.of(changes, items)) {
            if (batch.size() > 0) {
                batch.execute();
            }
            batch.close();
        }
    }
}
