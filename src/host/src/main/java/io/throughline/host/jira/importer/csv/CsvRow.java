package io.throughline.host.jira.importer.csv;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns rows into issues as Jira's REST shows them. What a row cannot say is left out, what it says unreadably is reported. */
final class CsvRow {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern KEY = Pattern.compile("\\b([A-Z][A-Z0-9_]*-\\d{1,18})\\b");

    private final CsvHeader header;
    private final CsvSurvey survey;
    private final ZoneId zone;
    private final Report report;

    CsvRow(CsvHeader header, CsvSurvey survey, ZoneId zone, Report report) {
        this.header = header;
        this.survey = survey;
        this.zone = zone;
        this.report = report;
    }

    ObjectNode issue(List<String> cells, String where) {
        ObjectNode issue = JSON.objectNode();
        issue.put("key", header.first(Column.KEY, cells));
        ObjectNode fields = issue.putObject("fields");
        put(fields, "summary", Column.SUMMARY, cells);
        put(fields, "description", Column.DESCRIPTION, cells);
        String project = header.first(Column.PROJECT_NAME, cells);
        if (!project.isEmpty()) {
            fields.putObject("project").put("name", project);
        }
        type(fields, cells);
        state(fields, cells, where);
        named(fields, "priority", header.first(Column.PRIORITY, cells));
        person(fields, "assignee", Column.ASSIGNEE, Column.ASSIGNEE_ID, cells);
        person(fields, "reporter", Column.REPORTER, Column.REPORTER_ID, cells);
        person(fields, "creator", Column.CREATOR, Column.CREATOR_ID, cells);
        instant(fields, "created", Column.CREATED, cells, where);
        instant(fields, "updated", Column.UPDATED, cells, where);
        instant(fields, "resolutiondate", Column.RESOLVED, cells, where);
        due(fields, cells, where);
        seconds(fields, "timeoriginalestimate", Column.ORIGINAL_ESTIMATE, cells, where);
        seconds(fields, "timeestimate", Column.REMAINING_ESTIMATE, cells, where);
        seconds(fields, "timespent", Column.TIME_SPENT, cells, where);
        lists(fields, cells);
        parent(fields, cells, where);
        customFields(fields, cells, where);
        links(fields, cells);
        return issue;
    }

    private void put(ObjectNode fields, String name, Column column, List<String> cells) {
        String value = header.first(column, cells);
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private void type(ObjectNode fields, List<String> cells) {
        String type = header.first(Column.TYPE, cells);
        if (!type.isEmpty()) {
            boolean isSubtask = survey.types().isSubtask(type);
            fields.putObject("issuetype")
                    .put("name", type)
                    .put("subtask", isSubtask)
                    .put("hierarchyLevel", isSubtask ? -1 : TypeRoles.level(type));
        }
    }

    private void state(ObjectNode fields, List<String> cells, String where) {
        String status = survey.status(cells);
        if (header.first(Column.STATUS, cells).isEmpty()) {
            report.odd("issues without a status, taken from category or resolution", where);
        }
        String category = survey.statuses().category(status, header.first(Column.STATUS_CATEGORY, cells));
        fields.putObject("status")
                .put("name", status)
                .putObject("statusCategory")
                .put("key", category);
        named(fields, "resolution", survey.resolution(cells));
    }

    private static void named(ObjectNode fields, String field, String name) {
        if (!name.isEmpty()) {
            fields.putObject(field).put("name", name);
        }
    }

    /** Data Center writes user names, Cloud full names with account ids beside them. */
    private void person(ObjectNode fields, String field, Column name, Column id, List<String> cells) {
        String shown = header.first(name, cells);
        String key = header.first(id, cells);
        boolean isNobody = shown.isEmpty() && key.isEmpty() || shown.equalsIgnoreCase("Unassigned");
        if (!isNobody) {
            fields.putObject(field)
                    .put("name", key.isEmpty() ? shown : key)
                    .put("displayName", shown.isEmpty() ? key : shown);
        }
    }

    private void instant(ObjectNode fields, String field, Column column, List<String> cells, String where) {
        String value = header.first(column, cells);
        if (value.isEmpty()) {
            return;
        }
        Optional<Long> millis = survey.dates(column).millis(value, zone);
        if (millis.isPresent()) {
            fields.put(field, Instant.ofEpochMilli(millis.get()).toString());
        } else {
            report.odd("dates that cannot be read", where + ": " + field + " " + value);
        }
    }

    private void due(ObjectNode fields, List<String> cells, String where) {
        String value = header.first(Column.DUE, cells);
        if (!value.isEmpty()) {
            survey.dates(Column.DUE)
                    .day(value)
                    .ifPresentOrElse(
                            day -> fields.put("duedate", day.toString()),
                            () -> report.odd("dates that cannot be read", where + ": due date " + value));
        }
    }

    private void seconds(ObjectNode fields, String field, Column column, List<String> cells, String where) {
        String value = header.first(column, cells);
        if (value.isEmpty()) {
            return;
        }
        OptionalDouble seconds = CsvNumbers.read(value);
        if (seconds.isPresent()) {
            fields.put(field, Math.round(seconds.getAsDouble()));
        } else {
            report.odd("estimates that are no number of seconds", where + ": " + value);
        }
    }

    private void lists(ObjectNode fields, List<String> cells) {
        ArrayNode labels = fields.putArray("labels");
        for (String value : header.every(Column.LABELS, cells)) {
            for (String label : value.split("[\\s,;]+")) {
                if (!label.isEmpty()) {
                    labels.add(label);
                }
            }
        }
        parts(fields.putArray("components"), header.every(Column.COMPONENTS, cells));
        parts(fields.putArray("fixVersions"), header.every(Column.FIX_VERSIONS, cells));
        parts(fields.putArray("versions"), header.every(Column.AFFECTS_VERSIONS, cells));
    }

    private static void parts(ArrayNode array, List<String> names) {
        names.forEach(name -> array.addObject().put("name", name));
    }

    private void parent(ObjectNode fields, List<String> cells, String where) {
        String named = header.first(Column.PARENT, cells);
        String parent = named.isEmpty() ? header.first(Column.PARENT_ID, cells) : named;
        if (parent.isEmpty()) {
            return;
        }
        Optional<String> key = survey.key(parent);
        if (key.isEmpty()) {
            report.odd("parents named by an id that is not in the file", where + ": " + parent);
            return;
        }
        ObjectNode node = fields.putObject("parent").put("key", key.get());
        survey.typeOf(parent)
                .filter(type -> !type.isEmpty())
                .ifPresent(type -> node.putObject("fields")
                        .putObject("issuetype")
                        .put("name", type)
                        .put("hierarchyLevel", survey.types().isSubtask(type) ? -1 : TypeRoles.level(type)));
    }

    /** Under the names that {@link CsvExport#metadata()} gives them. */
    private void customFields(ObjectNode fields, List<String> cells, String where) {
        header.customFields().forEach((name, places) -> {
            String value = CsvHeader.first(places, cells);
            if (value.isEmpty()) {
                return;
            }
            if (CsvExport.isReference(name)) {
                reference(fields, name, value, where);
            } else if (survey.isNumeric(name) || CsvExport.isStoryPoints(name)) {
                OptionalDouble number = CsvNumbers.read(value);
                if (number.isPresent()) {
                    fields.put("customfield_" + name, number.getAsDouble());
                } else {
                    report.odd("values of " + name + " that are no number", where + ": " + value);
                }
            } else if (CsvExport.isEpicName(name)) {
                fields.put("customfield_" + name, value);
            }
        });
    }

    /** The key, alone or in a text such as "ABC-1 Title"; or the epic's name. */
    private void reference(ObjectNode fields, String name, String value, String where) {
        Matcher key = KEY.matcher(value);
        Optional<String> epic = key.find() ? Optional.of(key.group(1)) : survey.epicCalled(value);
        if (epic.isPresent()) {
            fields.put("customfield_" + name, epic.get());
        } else {
            report.odd("values of " + name + " that are neither a key nor an epic of the file", where + ": " + value);
        }
    }

    private void links(ObjectNode fields, List<String> cells) {
        ArrayNode links = fields.putArray("issuelinks");
        header.links().forEach((at, link) -> {
            if (at < cells.size() && !cells.get(at).isBlank()) {
                ObjectNode node = links.addObject();
                node.putObject("type").put("name", link.type());
                node.putObject(link.isOutward() ? "outwardIssue" : "inwardIssue")
                        .put("key", cells.get(at).strip());
            }
        });
    }
}
