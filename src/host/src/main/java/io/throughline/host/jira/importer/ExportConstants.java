package io.throughline.host.jira.importer;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.Constants;
import io.throughline.host.jira.model.Issues;
import io.throughline.host.jira.model.StatusCategories;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the exported issue types, statuses, resolutions, priorities and link types here, by name, and adds those that are missing. A
 * status is the same only if its category is the same too.
 */
final class ExportConstants {
    private static final Set<String> NOT_STARTED = Set.of(
            "open", "to do", "todo", "new", "backlog", "reopened", "selected for development", "created", "planned");
    private static final Set<String> FINISHED = Set.of(
            "done",
            "closed",
            "resolved",
            "complete",
            "completed",
            "released",
            "cancelled",
            "canceled",
            "rejected",
            "verified");

    private final Constants constants;
    private final ImportSummary summary;
    private final Map<String, Constant.Status> statuses = new HashMap<>();
    private final Map<String, Long> known = new HashMap<>();

    ExportConstants(Constants constants, ImportSummary summary) {
        this.constants = constants;
        this.summary = summary;
    }

    Constant.IssueType type(JsonNode json, Issues.Key key) {
        String name = name(json);
        if (name.isEmpty()) {
            summary.odd("issues without a type, imported as Task", key.toString());
            name = "Task";
        }
        boolean isSubtask = json.path("subtask").asBoolean(false);
        String wanted = name;
        summary.type(wanted);
        long id = known.computeIfAbsent(
                "type " + isSubtask + " " + name.toLowerCase(Locale.ROOT),
                unseen -> constants
                        .types()
                        .first(type -> type.name().equalsIgnoreCase(wanted) && type.isSubtask() == isSubtask)
                        .orElseGet(() -> constants.addType(wanted, shortened(json.path("description")), isSubtask))
                        .id());
        return constants.types().get(id);
    }

    Constant.Status status(JsonNode fields, Issues.Key key) {
        JsonNode json = fields.path("status");
        String name = json.has("name") ? name(json) : "Open";
        long category = category(json, fields, name, key);
        return statuses.computeIfAbsent(
                category + " " + name.toLowerCase(Locale.ROOT),
                unseen -> constants
                        .statuses()
                        .first(status -> status.name().equalsIgnoreCase(name) && status.categoryId() == category)
                        .orElseGet(() -> constants.addStatus(name, shortened(json.path("description")), category)));
    }

    private long category(JsonNode status, JsonNode fields, String name, Issues.Key key) {
        Optional<StatusCategories.Category> given =
                StatusCategories.find(status.path("statusCategory").path("key").asText(""));
        if (given.isPresent()) {
            return given.get().id();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isResolved = fields.path("resolution").has("name")
                || fields.path("resolutiondate").isTextual();
        long guess = isResolved || FINISHED.contains(lower)
                ? StatusCategories.DONE
                : NOT_STARTED.contains(lower) ? StatusCategories.TO_DO : StatusCategories.IN_PROGRESS;
        summary.odd(
                "issues whose status has no category; guessed from resolution and name",
                key + ": " + name + " taken for " + StatusCategories.byId(guess).name());
        return guess;
    }

    /** Null for unresolved. */
    Long resolution(JsonNode json) {
        return named(
                "resolution",
                json,
                name -> constants
                        .resolutions()
                        .byName(name)
                        .orElseGet(() -> constants.addResolution(name, shortened(json.path("description")))));
    }

    /** Null for none. */
    Long priority(JsonNode json) {
        return named(
                "priority",
                json,
                name -> constants
                        .priorities()
                        .byName(name)
                        .orElseGet(() -> constants.addPriority(name, shortened(json.path("description")))));
    }

    long linkType(JsonNode json) {
        Long id = named(
                "link",
                json,
                name -> constants
                        .linkTypes()
                        .byName(name)
                        .orElseGet(() -> constants.addLinkType(
                                name,
                                IssueReader.shortened(json.path("inward").asText(name), 255),
                                IssueReader.shortened(json.path("outward").asText(name), 255))));
        return id == null
                ? constants.linkTypes().byName("Relates").orElseThrow().id()
                : id;
    }

    private Long named(String table, JsonNode json, java.util.function.Function<String, Constant> find) {
        String name = name(json);
        return name.isEmpty()
                ? null
                : known.computeIfAbsent(
                        table + " " + name.toLowerCase(Locale.ROOT),
                        unseen -> find.apply(name).id());
    }

    private static String name(JsonNode json) {
        return IssueReader.shortened(json.path("name").asText("").strip(), 255);
    }

    private static String shortened(JsonNode description) {
        return IssueReader.shortened(description.asText(""), 1000);
    }
}
