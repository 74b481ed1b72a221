package io.throughline.host.jira.page;

import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.FieldTypes;
import io.throughline.host.jira.model.IssueParts;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.model.JiraData;
import io.throughline.host.jira.model.Links;
import io.throughline.host.jira.model.Projects;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An issue as its page shows it. */
public final class IssueView {
    private final Screen screen;
    private final JiraData data;
    private final IssueRow row;
    private final IssueParts parts;

    IssueView(Screen screen, IssueRow row) {
        this.screen = screen;
        this.data = screen.services().data();
        this.row = row;
        this.parts = data.issues().parts(List.of(row.id())).get(row.id());
    }

    /** A name and its value. */
    public record Fact(String name, String value) {}

    /** Issues under a heading. */
    public record Group(String name, List<Lines.Line> lines) {}

    /** One entry of the history. */
    public record Change(String author, String when, List<String> items) {}

    public long id() {
        return row.id();
    }

    public Lines.Line line() {
        return screen.lines().line(row);
    }

    public String projectName() {
        return data.projects()
                .find(row.projectId())
                .map(project -> project.name())
                .orElse("");
    }

    public String projectKey() {
        return row.key().substring(0, row.key().lastIndexOf('-'));
    }

    /** The parent of a sub-task, else null. */
    public Lines.Line parent() {
        return row.parentId() == null
                ? null
                : data.issues().find(row.parentId()).map(screen.lines()::line).orElse(null);
    }

    /** The epic, else null. */
    public Lines.Line epic() {
        return pointedAt(FieldTypes.EPIC_LINK);
    }

    /** The parent of an epic or higher, else null. */
    public Lines.Line parentLink() {
        return pointedAt(FieldTypes.PARENT_LINK);
    }

    private Lines.Line pointedAt(String typeKey) {
        return Optional.ofNullable(
                        parts.fields().get(data.constants().field(typeKey).id()))
                .map(IssueParts.FieldValue::issue)
                .flatMap(data.issues()::find)
                .filter(target -> screen.may("BROWSE_PROJECTS", target.projectId()))
                .map(screen.lines()::line)
                .orElse(null);
    }

    /** A comment below the issue. */
    public record Remark(long id, String author, String when, String text) {}

    /** Oldest first. */
    public List<Remark> comments() {
        return data.comments().of(row.id()).stream()
                .map(comment -> new Remark(
                        comment.id(),
                        screen.lines().person(comment.author(), "Anonymous"),
                        screen.lines().minute(comment.created()),
                        comment.body()))
                .toList();
    }

    /** Details beside type, status and resolution, only those that have a value. */
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Labels", String.join(", ", parts.labels()));
        add(
                facts,
                "Component/s",
                data.projects().components(row.projectId()).stream()
                        .filter(component -> parts.components().contains(component.id()))
                        .map(Projects.Component::name)
                        .collect(Collectors.joining(", ")));
        add(facts, "Affects Version/s", versions(parts.affectedVersions()));
        add(facts, "Fix Version/s", versions(parts.fixVersions()));
        parts.fields().forEach((id, value) -> {
            Constant.Field field = data.constants().fields().get(id);
            if (value.number() != null) {
                add(
                        facts,
                        field.name(),
                        BigDecimal.valueOf(value.number()).stripTrailingZeros().toPlainString());
            } else if (value.text() != null) {
                add(facts, field.name(), value.text());
            }
        });
        if (row.originalEstimate() != null) {
            add(
                    facts,
                    "Original Estimate",
                    BigDecimal.valueOf(row.originalEstimate() / 3600.0)
                                    .stripTrailingZeros()
                                    .toPlainString() + " h");
        }
        data.issues().openReferences(row.id()).forEach(reference -> add(facts, "Not imported", reference));
        return facts;
    }

    private String versions(Set<Long> ids) {
        return ids.isEmpty()
                ? ""
                : data.projects().versions(row.projectId()).stream()
                        .filter(version -> ids.contains(version.id()))
                        .map(Projects.Version::name)
                        .collect(Collectors.joining(", "));
    }

    private static void add(List<Fact> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(name, value));
        }
    }

    public String description() {
        return row.description() == null ? "" : row.description();
    }

    public String assignee() {
        return screen.lines().person(row.assignee(), "Unassigned");
    }

    public String reporter() {
        return screen.lines().person(row.reporter(), "Anonymous");
    }

    /** Due, created, updated, resolved. */
    public List<Fact> dates() {
        List<Fact> dates = new ArrayList<>();
        if (row.due() != null) {
            add(dates, "Due", row.due().toString());
        }
        add(dates, "Created", screen.lines().minute(row.created()));
        add(dates, "Updated", screen.lines().minute(row.updated()));
        if (row.resolved() != null) {
            add(dates, "Resolved", screen.lines().minute(row.resolved()));
        }
        return dates;
    }

    /** Sub-tasks, the issues of an epic, the children of a parent link, and links by their words. */
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        addGroup(groups, "Sub-Tasks", data.issues().subtasks(row.id()));
        addGroup(groups, "Issues in epic", data.issues().pointingAt(fieldId(FieldTypes.EPIC_LINK), row.id()));
        addGroup(groups, "Child issues", data.issues().pointingAt(fieldId(FieldTypes.PARENT_LINK), row.id()));
        Map<String, List<Long>> links = new LinkedHashMap<>();
        for (Links.Link link : data.links().outward(row.id())) {
            String words = data.constants().linkTypes().get(link.typeId()).outward();
            links.computeIfAbsent(words, each -> new ArrayList<>()).add(link.destinationId());
        }
        for (Links.Link link : data.links().inward(row.id())) {
            String words = data.constants().linkTypes().get(link.typeId()).inward();
            links.computeIfAbsent(words, each -> new ArrayList<>()).add(link.sourceId());
        }
        links.forEach((words, ids) -> addGroup(groups, words, data.issues().find(ids)));
        return groups;
    }

    private long fieldId(String typeKey) {
        return data.constants().field(typeKey).id();
    }

    private void addGroup(List<Group> groups, String name, List<IssueRow> rows) {
        List<Lines.Line> lines = rows.stream()
                .filter(other -> screen.may("BROWSE_PROJECTS", other.projectId()))
                .map(screen.lines()::line)
                .toList();
        if (!lines.isEmpty()) {
            groups.add(new Group(name, lines));
        }
    }

    /** Newest first. */
    public List<Change> history() {
        List<Change> changes = new ArrayList<>();
        data.history()
                .of(row.id())
                .forEach(change -> changes.add(
                        0,
                        new Change(
                                screen.lines().person(change.author(), "Anonymous"),
                                screen.lines().minute(change.created()),
                                change.items().stream()
                                        .map(item -> item.field() + ": " + shown(item.fromText()) + " → "
                                                + shown(item.toText()))
                                        .toList())));
        return changes;
    }

    private static String shown(String value) {
        return value == null || value.isEmpty() ? "(none)" : value;
    }
}
