package io.throughline.host.jira.jql;

import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.Constants;
import io.throughline.host.jira.model.Dialect;
import io.throughline.host.jira.model.FieldTypes;
import io.throughline.host.jira.model.JiraData;
import io.throughline.host.jira.model.StatusCategories;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields a query may name and what each means. Names count without regard to case; custom fields also as {@code cf[10100]}. */
final class JqlFields {
    private static final TextPlace COMMENTS = new TextPlace.Rows("jira_comment x WHERE ", "x.body");

    private final JiraData data;
    private final Dialect dialect;
    private final JqlDates dates;
    private final IssueLookup issues;

    JqlFields(JiraData data, Dialect dialect, JqlDates dates, IssueLookup issues) {
        this.data = data;
        this.dialect = dialect;
        this.dates = dates;
        this.issues = issues;
    }

    Optional<FieldClause> find(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(system(lower)).or(() -> custom(lower).map(this::clause));
    }

    private FieldClause system(String name) {
        Constants constants = data.constants();
        return switch (name) {
            case "project" -> new ColumnClause("i.project_id", false, this::projects, Order.project("lower(p.name)"));
            case "issuetype", "type" ->
                new ColumnClause("i.type_id", false, value -> constantIds(constants.types(), value), "i.type_id");
            case "status" ->
                new ColumnClause(
                        "i.status_id", false, value -> constantIds(constants.statuses(), value), "i.status_id");
            case "statuscategory" -> new ColumnClause("i.status_id", false, this::statusesOfCategory);
            case "resolution" ->
                new ResolutionClause(new ColumnClause(
                        "i.resolution_id",
                        true,
                        value -> constantIds(constants.resolutions(), value),
                        "i.resolution_id"));
            case "priority" ->
                new ColumnClause(
                        "i.priority_id", true, value -> constantIds(constants.priorities(), value), "-i.priority_id");
            case "key", "issue", "issuekey", "id" -> new IssueKeyClause(issues);
            case "parent" -> new ColumnClause("i.parent_id", true, issues::ids);
            case "labels" ->
                new SetClause(
                        "FROM jira_label x WHERE ",
                        value -> Sql.of("lower(x.label) = ?", value.text().toLowerCase(Locale.ROOT)));
            case "component", "components" -> parts("jira_issue_component", "component_id", "jira_component", "");
            case "fixversion" -> parts("jira_issue_version", "version_id", "jira_version", "x.kind = 'FIX' AND ");
            case "affectedversion" ->
                parts("jira_issue_version", "version_id", "jira_version", "x.kind = 'AFFECTED' AND ");
            case "assignee" -> new PersonClause("i.assignee", data.people());
            case "reporter" -> new PersonClause("i.reporter", data.people());
            case "creator" -> new PersonClause("i.creator", data.people());
            default -> dateOrText(name);
        };
    }

    private FieldClause dateOrText(String name) {
        return switch (name) {
            case "created", "createddate" -> new DateClause("i.created", false, dates);
            case "updated", "updateddate" -> new DateClause("i.updated", false, dates);
            case "resolved", "resolutiondate" -> new DateClause("i.resolved", false, dates);
            case "due", "duedate" -> new DateClause("i.due", true, dates);
            case "summary" -> TextClause.of(new TextPlace.Column("i.summary"), dialect);
            case "description" -> TextClause.of(new TextPlace.Column("i.description"), dialect);
            case "comment" -> new TextClause(List.of(COMMENTS), dialect);
            case "text" -> new TextClause(everyText(), dialect);
            default -> null;
        };
    }

    private List<TextPlace> everyText() {
        List<Constant.Field> custom = data.constants().fields().all().stream()
                .filter(field -> field.typeKey().equals(FieldTypes.TEXT)
                        || field.typeKey().equals(FieldTypes.TEXT_AREA))
                .toList();
        List<TextPlace> places = new ArrayList<>(
                List.of(new TextPlace.Column("i.summary"), new TextPlace.Column("i.description"), COMMENTS));
        if (!custom.isEmpty()) {
            places.add(values(custom));
        }
        return places;
    }

    private static TextPlace values(List<Constant.Field> fields) {
        String ids = fields.stream().map(field -> Long.toString(field.id())).collect(Collectors.joining(", "));
        return new TextPlace.Rows("jira_custom_value x WHERE x.field_id IN (" + ids + ") AND ", "x.text_value");
    }

    private Optional<Constant.Field> custom(String lower) {
        return data.constants()
                .fields()
                .first(field ->
                        field.name().toLowerCase(Locale.ROOT).equals(lower) || lower.equals("cf[" + field.id() + "]"));
    }

    private FieldClause clause(Constant.Field field) {
        if (FieldTypes.isIssueReference(field.typeKey())) {
            // the children of an epic by the index of the value, not by asking every issue for its epic
            String children =
                    "i.id IN (SELECT v.issue_id FROM jira_custom_value v WHERE v.field_id = " + field.id() + " AND ";
            return new ColumnClause(
                    customColumn(field, "issue_value"),
                    true,
                    issues::ids,
                    ids -> Sql.in("v.issue_value", ids).within(children, ")"));
        }
        return FieldTypes.isNumber(field.typeKey())
                ? new NumberClause(
                        "FROM jira_custom_value v WHERE v.field_id = " + field.id() + " AND ",
                        customColumn(field, "number_value"))
                : new TextClause(List.of(values(List.of(field))), dialect, customColumn(field, "text_value"));
    }

    private static String customColumn(Constant.Field field, String column) {
        return "(SELECT v." + column + " FROM jira_custom_value v WHERE v.issue_id = i.id AND v.field_id = "
                + field.id() + ")";
    }

    private static FieldClause parts(String rows, String column, String names, String kind) {
        return new SetClause(
                "FROM " + rows + " x WHERE " + kind,
                value -> Sql.of(
                                "lower(n.name) = ? OR n.id = ?",
                                value.text().toLowerCase(Locale.ROOT),
                                value.number() == null ? -1L : value.number())
                        .within("x." + column + " IN (SELECT n.id FROM " + names + " n WHERE ", ")"));
    }

    /** A project that the searcher may not browse is as unknown as one that is not there. */
    private Collection<Long> projects(Literal value) {
        return data.projects().all().stream()
                .filter(project -> issues.knows(project.id()))
                .filter(project -> project.key().equalsIgnoreCase(value.text())
                        || project.name().equalsIgnoreCase(value.text())
                        || value.number() != null && project.id() == value.number())
                .map(project -> project.id())
                .toList();
    }

    private static Collection<Long> constantIds(Constants.Table<? extends Constant> table, Literal value) {
        return table.byNameOrId(value.text()).stream().map(Constant::id).toList();
    }

    private Collection<Long> statusesOfCategory(Literal value) {
        return StatusCategories.find(value.text())
                .or(() -> StatusCategories.ALL.stream()
                        .filter(category -> Long.toString(category.id()).equals(value.text()))
                        .findFirst())
                .map(category -> data.constants().statuses().all().stream()
                        .filter(status -> status.categoryId() == category.id())
                        .map(Constant::id)
                        .toList())
                // a category without a status is known all the same: an id that no status has matches nothing
                .map(ids -> ids.isEmpty() ? List.of(-1L) : ids)
                .orElse(List.of());
    }
}
