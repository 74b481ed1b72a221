package io.throughline.host.jira.page;

import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.FieldTypes;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.IssueParts.FieldValue;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.model.People;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /secure/EditIssue.jspa}: the fields one changes when trying things out; all others are changed over REST. */
final class EditIssuePage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int SUMMARY_LIMIT = 255;

    private final transient Screen screen;

    EditIssuePage(Screen screen) {
        this.screen = screen;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<IssueRow> row = editable(request);
        if (row.isEmpty()) {
            screen.notFound(response, "issue");
            return;
        }
        form(response, row.get(), given(row.get()), List.of());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!screen.isOwnForm(request, response)) {
            return;
        }
        Optional<IssueRow> row = editable(request);
        if (row.isEmpty()) {
            screen.notFound(response, "issue");
            return;
        }
        Map<String, String> given = new HashMap<>();
        Stream.of("summary", "description", "assignee", "labels", "epic", "points")
                .forEach(name -> given.put(
                        name,
                        Optional.ofNullable(request.getParameter(name))
                                .orElse("")
                                .strip()));
        List<String> errors = errors(given);
        if (!errors.isEmpty()) {
            form(response, row.get(), given, errors);
            return;
        }
        screen.services().issueDesk().update(row.get().id(), draft -> fill(draft, given), screen.user());
        response.sendRedirect(screen.lines().url(row.get().key()));
    }

    private Optional<IssueRow> editable(HttpServletRequest request) {
        return screen.issue(Optional.ofNullable(request.getParameter("key")).orElse(""))
                .filter(row -> screen.may("EDIT_ISSUES", row.projectId()))
                .filter(row -> !row.isArchived());
    }

    private Map<String, String> given(IssueRow row) {
        IssueView view = new IssueView(screen, row);
        IssueDraft draft = IssueDraft.of(
                row, screen.services().data().issues().parts(List.of(row.id())).get(row.id()));
        FieldValue points = draft.fields.get(points());
        Map<String, String> given = new HashMap<>();
        given.put("summary", row.summary());
        given.put("description", view.description());
        given.put("assignee", Optional.ofNullable(row.assignee()).orElse(""));
        given.put("labels", String.join(" ", draft.labels));
        given.put("epic", view.epic() == null ? "" : view.epic().key());
        given.put(
                "points",
                points == null || points.number() == null
                        ? ""
                        : BigDecimal.valueOf(points.number())
                                .stripTrailingZeros()
                                .toPlainString());
        return given;
    }

    private List<String> errors(Map<String, String> given) {
        List<String> errors = new ArrayList<>();
        if (given.get("summary").isEmpty() || given.get("summary").length() > SUMMARY_LIMIT) {
            errors.add("Give a summary of at most " + SUMMARY_LIMIT + " characters.");
        }
        if (!given.get("assignee").isEmpty() && person(given).isEmpty()) {
            errors.add("There is no user " + given.get("assignee") + ".");
        }
        if (!given.get("epic").isEmpty() && epic(given).isEmpty()) {
            errors.add(given.get("epic") + " is not an epic you can see.");
        }
        if (!given.get("points").matches("|\\d{1,9}(\\.\\d{1,6})?")) {
            errors.add("Story points are a number, not " + given.get("points") + ".");
        }
        return errors;
    }

    private void fill(IssueDraft draft, Map<String, String> given) {
        draft.summary = given.get("summary");
        draft.description = given.get("description").isEmpty() ? null : given.get("description");
        draft.assignee = person(given).map(People.Person::key).orElse(null);
        draft.labels.clear();
        Stream.of(given.get("labels").split("\\s+"))
                .filter(label -> !label.isEmpty())
                .forEach(draft.labels::add);
        put(draft, epicLink(), epic(given).map(row -> FieldValue.ofIssue(row.id())));
        put(
                draft,
                points(),
                Optional.of(given.get("points"))
                        .filter(points -> !points.isEmpty())
                        .map(points -> FieldValue.ofNumber(Double.parseDouble(points))));
    }

    private static void put(IssueDraft draft, long field, Optional<FieldValue> value) {
        value.ifPresentOrElse(found -> draft.fields.put(field, found), () -> draft.fields.remove(field));
    }

    private Optional<People.Person> person(Map<String, String> given) {
        return screen.services().data().people().find(given.get("assignee"));
    }

    private Optional<IssueRow> epic(Map<String, String> given) {
        return screen.issue(given.get("epic"))
                .filter(row -> screen.services()
                        .data()
                        .constants()
                        .types()
                        .get(row.typeId())
                        .name()
                        .equalsIgnoreCase("Epic"));
    }

    private long epicLink() {
        return screen.services().data().constants().field(FieldTypes.EPIC_LINK).id();
    }

    private long points() {
        Constant.Field field = screen.services().data().constants().storyPoints();
        return field.id();
    }

    private void form(HttpServletResponse response, IssueRow row, Map<String, String> given, List<String> errors)
            throws IOException {
        Map<String, Object> values = new HashMap<>();
        values.put("issue", screen.lines().line(row));
        values.put("isStandard", row.parentId() == null);
        given.forEach((name, value) -> values.put("given_" + name, value));
        values.put("errors", errors);
        int status = errors.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST;
        screen.show(response, status, "edit", values);
    }
}
