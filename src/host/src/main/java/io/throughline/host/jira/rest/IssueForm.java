package io.throughline.host.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.Projects;
import io.throughline.host.jira.service.JiraServices;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Puts the {@code fields} and {@code update} of a request into an issue, or says which field is wrong. */
final class IssueForm {
    private static final int SUMMARY_LIMIT = 255;

    private final JiraServices services;
    private final IssueDraft draft;
    private final CustomFieldForm customFields;
    private Map<String, String> errors = new TreeMap<>();

    IssueForm(JiraServices services, Gate gate, IssueDraft draft) {
        this.services = services;
        this.draft = draft;
        this.customFields = new CustomFieldForm(services, gate, draft);
    }

    /** Project, type and parent are set already; {@code found} holds what was wrong with them and the like. */
    void create(JsonNode body, Map<String, String> found) {
        errors = found;
        read(body, Set.of("project", "issuetype", "parent"));
    }

    /** @throws RestError with everything that is wrong */
    void edit(JsonNode body) {
        errors = new TreeMap<>();
        read(body, Set.of());
    }

    private void read(JsonNode body, Set<String> settled) {
        body.path("fields").fields().forEachRemaining(field -> {
            if (!settled.contains(field.getKey())) {
                set(field.getKey(), field.getValue());
            }
        });
        body.path("update")
                .fields()
                .forEachRemaining(field -> field.getValue()
                        .forEach(operation -> operation
                                .fields()
                                .forEachRemaining(verb -> apply(field.getKey(), verb.getKey(), verb.getValue()))));
        if (!errors.isEmpty()) {
            throw RestError.fields(errors);
        }
    }

    /** The verbs of {@code update}: set for every field, add and remove for those with many values. */
    private void apply(String field, String verb, JsonNode value) {
        if (verb.equals("set")) {
            set(field, value);
            return;
        }
        boolean isAdd = verb.equals("add");
        if (!isAdd && !verb.equals("remove")) {
            errors.put(field, "The operation '" + verb + "' is not supported for the field.");
            return;
        }
        switch (field) {
            case "labels" -> change(draft.labels, isAdd, label(value));
            case "components" -> change(draft.components, isAdd, component(value));
            case "fixVersions" -> change(draft.fixVersions, isAdd, version("fixVersions", value));
            case "versions" -> change(draft.affectedVersions, isAdd, version("versions", value));
            default -> errors.put(field, "The operation '" + verb + "' is not supported for the field.");
        }
    }

    private static <T> void change(Set<T> values, boolean isAdd, Optional<T> value) {
        value.ifPresent(each -> {
            if (isAdd) {
                values.add(each);
            } else {
                values.remove(each);
            }
        });
    }

    private void set(String field, JsonNode value) {
        switch (field) {
            case "summary" -> summary(value.asText("").trim());
            case "description" -> draft.description = value.isNull() ? null : value.asText();
            case "assignee" -> person(field, value, key -> draft.assignee = key);
            case "reporter" -> person(field, value, key -> draft.reporter = key);
            case "priority" ->
                constant(field, value, services.data().constants().priorities(), id -> draft.priorityId = id);
            case "issuetype" -> type(value);
            case "resolution" -> resolution(value);
            case "duedate" -> due(value);
            case "labels" -> many(draft.labels, value, this::label);
            case "components" -> many(draft.components, value, this::component);
            case "fixVersions" -> many(draft.fixVersions, value, each -> version(field, each));
            case "versions" -> many(draft.affectedVersions, value, each -> version(field, each));
            case "timetracking" -> timeTracking(value);
            case "timeoriginalestimate" -> draft.originalEstimate = value.isNull() ? null : value.asLong();
            case "environment", "security" -> {} // kept by Jira, not by this host
            default -> customFields.set(field, value, errors);
        }
    }

    private void summary(String summary) {
        if (summary.isEmpty()) {
            errors.put("summary", "You must specify a summary of the issue.");
        } else if (summary.length() > SUMMARY_LIMIT) {
            errors.put("summary", "Summary must be less than 255 characters.");
        } else if (summary.contains("\n") || summary.contains("\r")) {
            errors.put("summary", "The summary is invalid because it contains newline characters.");
        } else {
            draft.summary = summary;
        }
    }

    private void person(String field, JsonNode value, Consumer<String> target) {
        String name = value.path("name").isTextual()
                ? value.path("name").asText()
                : value.path("key").asText("");
        if (value.isNull() || value.path("name").isNull() || name.isEmpty()) {
            target.accept(null);
        } else if (services.userManager().getUserByName(name) == null) {
            errors.put(field, "User '" + name + "' does not exist.");
        } else {
            target.accept(name);
        }
    }

    private void constant(
            String field,
            JsonNode value,
            io.throughline.host.jira.model.Constants.Table<? extends Constant> table,
            Consumer<Long> target) {
        if (value.isNull()) {
            target.accept(null);
            return;
        }
        String nameOrId =
                value.has("id") ? value.path("id").asText() : value.path("name").asText("");
        table.byNameOrId(nameOrId).stream()
                .findFirst()
                .ifPresentOrElse(
                        found -> target.accept(found.id()),
                        () -> errors.put(field, "The " + field + " selected is invalid."));
    }

    private void type(JsonNode value) {
        boolean wasSubtask =
                services.data().constants().types().get(draft.typeId).isSubtask();
        constant("issuetype", value, services.data().constants().types(), id -> {
            boolean isSubtask =
                    id != null && services.data().constants().types().get(id).isSubtask();
            if (id == null || isSubtask != wasSubtask) {
                errors.put("issuetype", "The issue type selected is invalid.");
            } else {
                draft.typeId = id;
            }
        });
    }

    private void resolution(JsonNode value) {
        constant("resolution", value, services.data().constants().resolutions(), id -> {
            boolean isChanged = !java.util.Objects.equals(id, draft.resolutionId);
            draft.resolutionId = id;
            if (isChanged) {
                draft.resolved =
                        id == null ? null : Long.valueOf(services.data().clock().millis());
            }
        });
    }

    private void due(JsonNode value) {
        try {
            draft.due = value.isNull() || value.asText().isEmpty() ? null : LocalDate.parse(value.asText());
        } catch (DateTimeParseException noDate) {
            errors.put("duedate", "Error parsing date string: " + value.asText());
        }
    }

    private void timeTracking(JsonNode value) {
        if (value.has("originalEstimate")) {
            draft.originalEstimate = seconds(value.path("originalEstimate"));
        }
        if (value.has("remainingEstimate")) {
            draft.remainingEstimate = seconds(value.path("remainingEstimate"));
        }
    }

    private Long seconds(JsonNode value) {
        Optional<Long> seconds = Durations.seconds(value.asText(""));
        if (seconds.isEmpty() && !value.isNull() && !value.asText("").isEmpty()) {
            errors.put("timetracking", "The original estimate specified is not valid.");
        }
        return seconds.orElse(null);
    }

    private <T> void many(Set<T> values, JsonNode array, java.util.function.Function<JsonNode, Optional<T>> one) {
        values.clear();
        if (array instanceof ArrayNode all) {
            all.forEach(each -> one.apply(each).ifPresent(values::add));
        }
    }

    private Optional<String> label(JsonNode value) {
        String label = value.asText("");
        if (label.contains(" ")) {
            errors.put("labels", "The label '" + label + "' contains spaces which is invalid.");
            return Optional.empty();
        }
        return label.isEmpty() ? Optional.empty() : Optional.of(label);
    }

    private Optional<Long> component(JsonNode value) {
        Optional<Long> found = services.data().projects().components(draft.projectId).stream()
                .filter(each -> isNamed(value, each.id(), each.name()))
                .map(Projects.Component::id)
                .findFirst();
        if (found.isEmpty()) {
            errors.put("components", "Component name '" + value.path("name").asText() + "' is not valid");
        }
        return found;
    }

    private Optional<Long> version(String field, JsonNode value) {
        Optional<Long> found = services.data().projects().versions(draft.projectId).stream()
                .filter(each -> isNamed(value, each.id(), each.name()))
                .map(Projects.Version::id)
                .findFirst();
        if (found.isEmpty()) {
            errors.put(field, "Version name '" + value.path("name").asText() + "' is not valid");
        }
        return found;
    }

    private static boolean isNamed(JsonNode value, long id, String name) {
        return value.has("id")
                ? value.path("id").asText().equals("" + id)
                : name.equals(value.path("name").asText(""));
    }
}
