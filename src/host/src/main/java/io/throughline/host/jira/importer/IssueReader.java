package io.throughline.host.jira.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.jira.importer.ImportedIssue.Kind;
import io.throughline.host.jira.importer.ImportedIssue.Part;
import io.throughline.host.jira.importer.ImportedIssue.Reference;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.FieldTypes;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.IssueParts.FieldValue;
import io.throughline.host.jira.model.Issues;
import io.throughline.host.jira.model.JiraData;
import io.throughline.host.jira.model.People;
import io.throughline.host.jira.model.StatusCategories;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns one exported issue into rows, forgiving what is missing and counting it. */
final class IssueReader {
    private static final int SUMMARY_LIMIT = 1000;
    private static final int TEXT_LIMIT = 1_000_000;
    private static final int FIELD_LIMIT = 100_000;
    private static final int NAME_LIMIT = 255;
    private static final Set<String> ABOVE_EPICS =
            Set.of("initiative", "theme", "legend", "saga", "capability", "portfolio epic");

    private final JiraData data;
    private final FieldMapping mapping;
    private final ImportSummary summary;
    private final ExportConstants constants;

    IssueReader(JiraData data, FieldMapping mapping, ImportSummary summary) {
        this.data = data;
        this.mapping = mapping;
        this.summary = summary;
        this.constants = new ExportConstants(data.constants(), summary);
    }

    /**
     * Empty, and named with the reason, when the issue cannot be imported.
     *
     * @param place file and line, for a person
     */
    Optional<ImportedIssue> read(ObjectNode json, String place) {
        String written = json.path("key").asText("");
        String where = place + (written.isEmpty() ? "" : ", " + shortened(written, 60));
        Optional<Issues.Key> key =
                Issues.Key.parse(written).filter(parsed -> parsed.project().length() <= NAME_LIMIT);
        if (key.isEmpty()) {
            summary.refused(where, written.isEmpty() ? "no issue key" : "this is no issue key");
            return Optional.empty();
        }
        try {
            return Optional.of(read(json, key.get(), where));
        } catch (RuntimeException strange) { // whatever is wrong with one issue, the others come in
            summary.refused(where, "cannot be read: " + strange);
            return Optional.empty();
        }
    }

    private ImportedIssue read(ObjectNode json, Issues.Key key, String where) {
        JsonNode fields = json.path("fields");
        IssueDraft draft = new IssueDraft();
        draft.number = key.number();
        List<People.Person> people = new ArrayList<>();
        words(key, fields, draft, people);
        Constant.IssueType type = constants.type(fields.path("issuetype"), key);
        draft.typeId = type.id();
        state(key, fields, draft);
        times(key, fields, draft);
        List<Reference> references = references(key, fields, type);
        customFields(key, fields, draft, references);
        return new ImportedIssue(
                where,
                key,
                shortened(fields.path("project").path("name").asText(key.project()), NAME_LIMIT),
                draft,
                parts(fields.path("components")),
                parts(fields.path("fixVersions")),
                parts(fields.path("versions")),
                references,
                people,
                ExportHistory.read(json.path("changelog"), key.toString(), summary));
    }

    private void words(Issues.Key key, JsonNode fields, IssueDraft draft, List<People.Person> people) {
        draft.summary = text(key, "summary", fields.path("summary"), SUMMARY_LIMIT);
        if (draft.summary == null) {
            summary.odd("issues without a summary", key.toString());
            draft.summary = "(no summary)";
        }
        draft.description = text(key, "description", fields.path("description"), TEXT_LIMIT);
        draft.assignee = person(fields.path("assignee"), people);
        draft.reporter = person(fields.path("reporter"), people);
        draft.creator = person(fields.path("creator"), people);
        if (draft.assignee == null) {
            summary.odd("issues without an assignee");
        }
        if (draft.reporter == null) {
            summary.odd("issues without a reporter");
        }
        if (draft.creator == null) {
            summary.odd("issues without a creator");
        }
        fields.path("labels").forEach(label -> {
            String cut = shortened(label.asText(), NAME_LIMIT);
            if (!cut.isEmpty()) {
                draft.labels.add(cut);
            }
        });
    }

    private void state(Issues.Key key, JsonNode fields, IssueDraft draft) {
        Constant.Status status = constants.status(fields, key);
        draft.statusId = status.id();
        draft.resolutionId = constants.resolution(fields.path("resolution"));
        draft.priorityId = constants.priority(fields.path("priority"));
        draft.resolved = millis(key, fields, "resolutiondate");
        boolean isDone = status.categoryId() == StatusCategories.DONE;
        if (draft.priorityId == null) {
            summary.odd("issues without a priority");
        }
        if (isDone && draft.resolved == null) {
            summary.odd("done issues without a resolution date", key.toString());
        }
        if (!isDone && draft.resolved != null) {
            summary.odd("issues that are not done and have a resolution date", key.toString());
        }
        summary.category(status.category().key());
    }

    private void times(Issues.Key key, JsonNode fields, IssueDraft draft) {
        Long created = millis(key, fields, "created");
        Long updated = millis(key, fields, "updated");
        if (created == null) {
            summary.odd("issues without a creation date", key.toString());
            created = updated == null ? data.clock().millis() : updated;
        }
        draft.created = created;
        draft.updated = updated == null ? created : updated;
        String due = fields.path("duedate").asText("");
        draft.due = ExportDates.day(due);
        if (draft.due == null && fields.path("duedate").isTextual() && !due.isEmpty()) {
            summary.odd("dates that cannot be read", key + ": due date " + shortened(due, 60));
        }
        draft.originalEstimate = seconds(fields, "timeoriginalestimate", "originalEstimateSeconds");
        draft.remainingEstimate = seconds(fields, "timeestimate", "remainingEstimateSeconds");
        draft.timeSpent = seconds(fields, "timespent", "timeSpentSeconds");
    }

    private Long millis(Issues.Key key, JsonNode fields, String field) {
        String written = fields.path(field).isTextual() ? fields.path(field).asText() : "";
        Long millis = ExportDates.millis(written);
        if (millis == null && !written.isEmpty()) {
            summary.odd("dates that cannot be read", key + ": " + field + " " + shortened(written, 60));
        }
        return millis;
    }

    private static Long seconds(JsonNode fields, String plain, String tracked) {
        JsonNode value = fields.path(plain).isNumber()
                ? fields.path(plain)
                : fields.path("timetracking").path(tracked);
        return value.isNumber() ? value.asLong() : null;
    }

    /**
     * Server gives {@code parent} to sub-tasks only; Cloud gives it to everything: there the parent of a story is its epic, and the
     * parent of an epic, or whatever has one above epics, what Data Center calls the Parent Link. The Agile REST gives {@code epic}.
     */
    private List<Reference> references(Issues.Key key, JsonNode fields, Constant.IssueType type) {
        List<Reference> references = new ArrayList<>();
        JsonNode parent = fields.path("parent");
        int level = level(fields.path("issuetype"));
        int ofParent = level(parent.path("fields").path("issuetype"));
        Kind kind = type.isSubtask() ? Kind.PARENT : level >= 1 || ofParent >= 2 ? Kind.PARENT_LINK : Kind.EPIC;
        add(references, key, kind, 0, parent.path("key"));
        if (kind == Kind.EPIC && parent.path("fields").path("issuetype").has("name") && ofParent < 1) {
            summary.odd(
                    "parents that are no epic, kept as Epic Link",
                    key + " under " + parent.path("key").asText());
        }
        add(references, key, Kind.EPIC, 0, fields.path("epic").path("key"));
        for (JsonNode link : fields.path("issuelinks")) {
            boolean isOutward = link.has("outwardIssue");
            JsonNode other =
                    link.path(isOutward ? "outwardIssue" : "inwardIssue").path("key");
            long linkType = constants.linkType(link.path("type"));
            add(references, key, isOutward ? Kind.LINK_TO : Kind.LINK_FROM, linkType, other);
        }
        return references;
    }

    /** Cloud tells the level; elsewhere only names do. */
    private static int level(JsonNode type) {
        if (type.path("hierarchyLevel").isInt()) {
            return type.path("hierarchyLevel").asInt();
        }
        String name = type.path("name").asText("").toLowerCase(Locale.ROOT);
        return name.equals("epic") ? 1 : ABOVE_EPICS.contains(name) ? 2 : 0;
    }

    private void add(List<Reference> references, Issues.Key key, Kind kind, long linkType, JsonNode target) {
        if (!target.isTextual()) {
            return;
        }
        Optional<Issues.Key> to = Issues.Key.parse(target.asText());
        if (to.isEmpty()) {
            summary.odd("references that are no issue key", key + ": " + target.asText());
            return;
        }
        Reference reference = new Reference(kind, linkType, to.get());
        if (!references.contains(reference)) {
            references.add(reference);
        }
    }

    private void customFields(Issues.Key key, JsonNode fields, IssueDraft draft, List<Reference> references) {
        fields.fields().forEachRemaining(entry -> {
            JsonNode value = entry.getValue();
            if (!entry.getKey().startsWith("customfield_") || value.isNull()) {
                return;
            }
            Optional<Constant.Field> target = mapping.target(entry.getKey());
            if (target.isEmpty()) {
                mapping.ignore(entry.getKey());
            } else if (FieldTypes.isIssueReference(target.get().typeKey())) {
                Kind kind = target.get().typeKey().equals(FieldTypes.EPIC_LINK) ? Kind.EPIC : Kind.PARENT_LINK;
                add(
                        references,
                        key,
                        kind,
                        0,
                        value.isObject() ? value.path("data").path("key") : value);
            } else if (!FieldTypes.isNumber(target.get().typeKey())) {
                draft.fields.put(
                        target.get().id(),
                        FieldValue.ofText(text(key, target.get().name(), value, FIELD_LIMIT)));
            } else if (value.isNumber()) {
                draft.fields.put(target.get().id(), FieldValue.ofNumber(value.asDouble()));
            } else {
                summary.odd("values of " + target.get().name() + " that are no number", key + ": " + value);
            }
        });
    }

    private static List<Part> parts(JsonNode array) {
        List<Part> parts = new ArrayList<>();
        array.forEach(part -> parts.add(new Part(
                shortened(part.path("name").asText(""), NAME_LIMIT),
                shortened(part.path("description").asText(""), 10_000),
                part.path("archived").asBoolean(false),
                part.path("released").asBoolean(false))));
        return parts;
    }

    /** PostgreSQL does not take U+0000. */
    static String shortened(String text, int limit) {
        String clean = text.indexOf(0) < 0 ? text : text.replace("\u0000", "");
        return clean.length() <= limit ? clean : clean.substring(0, limit);
    }

    /** Cloud has account ids where Server has keys and names. */
    private static String person(JsonNode user, List<People.Person> people) {
        String key = first(user, "key", "name", "accountId");
        if (key == null) {
            return null;
        }
        String shown = shortened(user.path("displayName").asText(key), NAME_LIMIT);
        people.add(new People.Person(key, shown, null, user.path("active").asBoolean(true), false));
        return key;
    }

    private static String first(JsonNode user, String... names) {
        for (String name : names) {
            if (user.path(name).isTextual() && !user.path(name).asText().isBlank()) {
                return shortened(user.path(name).asText(), NAME_LIMIT);
            }
        }
        return null;
    }

    /** Null for no text; Cloud's rich text documents are reduced to their words; PostgreSQL does not take U+0000. */
    private String text(Issues.Key key, String field, JsonNode value, int limit) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = value.isValueNode() ? value.asText() : String.join(" ", value.findValuesAsText("text"));
        String clean = text.indexOf(0) < 0 ? text : text.replace("\u0000", "");
        if (clean.length() > limit) {
            summary.odd("texts of " + field + " cut at " + limit + " characters", key.toString());
            return clean.substring(0, limit);
        }
        return clean;
    }
}
