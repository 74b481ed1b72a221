package io.throughline.host.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.IssueParts;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.model.ProjectRow;
import io.throughline.host.jira.service.JiraServices;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Issues as Jira's REST shows them. */
final class IssueShapes {
    private final JiraServices services;
    private final Shapes shapes;

    IssueShapes(JiraServices services, Shapes shapes) {
        this.services = services;
        this.shapes = shapes;
    }

    /** @param wanted which fields to show */
    ArrayNode issues(List<IssueRow> rows, FieldChoice wanted) {
        IssuePage page = new IssuePage(services, rows);
        ArrayNode issues = Shapes.array();
        rows.forEach(row -> issues.add(issue(row, page, wanted)));
        return issues;
    }

    ObjectNode issue(IssueRow row, FieldChoice wanted) {
        return issue(row, new IssuePage(services, List.of(row)), wanted);
    }

    private ObjectNode issue(IssueRow row, IssuePage page, FieldChoice wanted) {
        ObjectNode json = Shapes.object()
                .put("expand", "operations,versionedRepresentations,editmeta,changelog,renderedFields")
                .put("id", "" + row.id());
        json.setAll(shapes.self("/issue/" + row.id()));
        json.put("key", row.key());
        ObjectNode fields = json.putObject("fields");
        new Fields(fields, wanted, row, page).fill();
        return json;
    }

    /** A short form as in parents, sub-tasks and links. */
    ObjectNode stub(IssueRow row) {
        ObjectNode json = Shapes.object().put("id", "" + row.id()).put("key", row.key());
        json.setAll(shapes.self("/issue/" + row.id()));
        ObjectNode fields = json.putObject("fields").put("summary", row.summary());
        fields.set(
                "status", shapes.status(services.data().constants().statuses().get(row.statusId())));
        fields.set("priority", shapes.priority(row.priorityId()));
        fields.set("issuetype", shapes.type(services.data().constants().types().get(row.typeId())));
        return json;
    }

    private final class Fields {
        private final ObjectNode json;
        private final FieldChoice wanted;
        private final IssueRow row;
        private final IssuePage page;

        Fields(ObjectNode json, FieldChoice wanted, IssueRow row, IssuePage page) {
            this.json = json;
            this.wanted = wanted;
            this.row = row;
            this.page = page;
        }

        void fill() {
            words();
            constants();
            times();
            lists();
            relations();
            services.data().constants().fields().all().forEach(this::custom);
        }

        private void words() {
            put("summary", () -> text(row.summary()));
            put("description", () -> text(row.description()));
            put("assignee", () -> shapes.user(row.assignee()));
            put("reporter", () -> shapes.user(row.reporter()));
            put("creator", () -> shapes.user(row.creator()));
            put("project", () -> {
                ProjectRow project = page.project(row.projectId());
                return shapes.project(project);
            });
        }

        private void constants() {
            put(
                    "issuetype",
                    () -> shapes.type(services.data().constants().types().get(row.typeId())));
            put(
                    "status",
                    () -> shapes.status(services.data().constants().statuses().get(row.statusId())));
            put("resolution", () -> shapes.resolution(row.resolutionId()));
            put("priority", () -> shapes.priority(row.priorityId()));
        }

        private void times() {
            put("created", () -> text(shapes.instant(row.created())));
            put("updated", () -> text(shapes.instant(row.updated())));
            put("resolutiondate", () -> text(shapes.instant(row.resolved())));
            put(
                    "duedate",
                    () -> row.due() == null
                            ? NullNode.getInstance()
                            : text(row.due().toString()));
            put("timeoriginalestimate", () -> number(row.originalEstimate()));
            put("timeestimate", () -> number(row.remainingEstimate()));
            put("timespent", () -> number(row.timeSpent()));
            put("archiveddate", () -> text(shapes.instant(row.archivedAt())));
        }

        private void lists() {
            put("labels", () -> {
                ArrayNode labels = Shapes.array();
                page.parts(row.id()).labels().forEach(labels::add);
                return labels;
            });
            put("components", () -> many(page.components(row), shapes::component));
            put("fixVersions", () -> many(page.versions(row, IssueParts::fixVersions), shapes::version));
            put("versions", () -> many(page.versions(row, IssueParts::affectedVersions), shapes::version));
        }

        private void relations() {
            if (row.parentId() != null) {
                put(
                        "parent",
                        () -> page.related(row.parentId())
                                .<JsonNode>map(IssueShapes.this::stub)
                                .orElse(NullNode.getInstance()));
            }
            put("subtasks", () -> many(page.subtasks(row.id()), IssueShapes.this::stub));
            put("issuelinks", this::links);
        }

        private ArrayNode links() {
            ArrayNode links = Shapes.array();
            page.links(row.id()).forEach(link -> {
                boolean isOutward = link.sourceId() == row.id();
                long otherId = isOutward ? link.destinationId() : link.sourceId();
                page.linked(otherId).ifPresent(other -> {
                    ObjectNode json = shapes.self("/issueLink/" + link.id()).put("id", "" + link.id());
                    json.set(
                            "type",
                            shapes.linkType(
                                    services.data().constants().linkTypes().get(link.typeId())));
                    json.set(isOutward ? "outwardIssue" : "inwardIssue", stub(other));
                    links.add(json);
                });
            });
            return links;
        }

        private void custom(Constant.Field field) {
            put(field.externalId(), () -> {
                IssueParts.FieldValue value = page.parts(row.id()).fields().get(field.id());
                if (value == null) {
                    return NullNode.getInstance();
                }
                if (value.issue() != null) {
                    return text(page.related(value.issue()).map(IssueRow::key).orElse(null));
                }
                return value.number() == null
                        ? text(value.text())
                        : Shapes.object().numberNode(value.number());
            });
        }

        private void put(String name, java.util.function.Supplier<JsonNode> value) {
            if (wanted.includes(name)) {
                json.set(name, value.get());
            }
        }
    }

    private static <T> ArrayNode many(Collection<T> all, Function<T, ObjectNode> shape) {
        ArrayNode array = Shapes.array();
        all.forEach(each -> array.add(shape.apply(each)));
        return array;
    }

    private static JsonNode text(String text) {
        return text == null ? NullNode.getInstance() : TextNode.valueOf(text);
    }

    private static JsonNode number(Long number) {
        return number == null ? NullNode.getInstance() : Shapes.object().numberNode(number);
    }

    /** Which fields a caller asked for: names, {@code *all}, {@code *navigable}, and names with a minus. */
    record FieldChoice(Set<String> names) {
        static FieldChoice of(Collection<String> asked) {
            return new FieldChoice(Set.copyOf(asked.stream()
                    .flatMap(list -> java.util.Arrays.stream(list.split(",")))
                    .map(String::trim)
                    .filter(name -> !name.isEmpty())
                    .toList()));
        }

        boolean includes(String name) {
            if (names.contains("-" + name)) {
                return false;
            }
            boolean hasOnlyExclusions = names.stream().allMatch(each -> each.startsWith("-"));
            return hasOnlyExclusions || names.contains("*all") || names.contains("*navigable") || names.contains(name);
        }
    }
}
