package io.throughline.host.jira.page;

import com.atlassian.jira.project.Project;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.FieldTypes;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.IssueParts.FieldValue;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.workflow.TransitionRefused;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /secure/CreateIssue.jspa}: a form with the few fields one needs to try things out. Form, project and type are named as in
 * Jira, where scripts of apps find them.
 */
final class CreateIssuePage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int SUMMARY_LIMIT = 255;

    private final transient Screen screen;

    /** One of a list, by Jira's id. */
    public record Choice(String id, String name) {}

    CreateIssuePage(Screen screen) {
        this.screen = screen;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        form(request, response, List.of());
    }

    private void form(HttpServletRequest request, HttpServletResponse response, List<String> errors)
            throws IOException {
        Map<String, Object> values = new HashMap<>();
        values.put(
                "projects",
                screen.projects().stream()
                        .filter(project -> screen.may("CREATE_ISSUES", project.getId()))
                        .map(project ->
                                new Choice("" + project.getId(), project.getName() + " (" + project.getKey() + ")"))
                        .toList());
        values.put(
                "types",
                screen.services().data().constants().types().all().stream()
                        .filter(type -> !type.isSubtask())
                        .map(type -> new Choice("" + type.id(), type.name()))
                        .toList());
        for (String name : List.of("pid", "issuetype", "summary", "description", "epic")) {
            values.put("given_" + name, given(request, name));
        }
        values.put("errors", errors);
        screen.show(
                response,
                errors.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST,
                "create",
                values);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!screen.isOwnForm(request, response)) {
            return;
        }
        List<String> errors = new ArrayList<>();
        IssueDraft draft = draft(request, errors);
        if (!errors.isEmpty()) {
            form(request, response, errors);
            return;
        }
        try {
            String key = screen.services()
                    .transitionDesk()
                    .create(draft, screen.user())
                    .getKey();
            response.sendRedirect(screen.lines().url(key));
        } catch (TransitionRefused refused) {
            refused.errors().forEach((field, text) -> errors.add(field + ": " + text));
            errors.addAll(refused.messages());
            form(request, response, errors);
        }
    }

    private IssueDraft draft(HttpServletRequest request, List<String> errors) {
        IssueDraft draft = new IssueDraft();
        Optional<Project> project = project(request).filter(found -> screen.may("CREATE_ISSUES", found.getId()));
        project.ifPresentOrElse(found -> draft.projectId = found.getId(), () -> errors.add("Choose a project."));
        Optional<Constant.IssueType> type =
                screen.services().data().constants().types().byNameOrId(given(request, "issuetype")).stream()
                        .findFirst();
        type.filter(found -> !found.isSubtask())
                .ifPresentOrElse(found -> draft.typeId = found.id(), () -> errors.add("Choose an issue type."));
        draft.summary = given(request, "summary").trim();
        if (draft.summary.isEmpty() || draft.summary.length() > SUMMARY_LIMIT) {
            errors.add("Give a summary of at most " + SUMMARY_LIMIT + " characters.");
        }
        draft.description = given(request, "description");
        draft.reporter = screen.user().getKey();
        String epic = given(request, "epic").trim();
        if (!epic.isEmpty()) {
            Optional<IssueRow> target = screen.issue(epic).filter(this::isEpic);
            if (target.isEmpty()) {
                errors.add(epic + " is not an epic you can see.");
            } else {
                long field = screen.services()
                        .data()
                        .constants()
                        .field(FieldTypes.EPIC_LINK)
                        .id();
                draft.fields.put(field, FieldValue.ofIssue(target.get().id()));
            }
        }
        return draft;
    }

    private Optional<Project> project(HttpServletRequest request) {
        String id = given(request, "pid");
        return screen.projects().stream()
                .filter(each -> each.getId().toString().equals(id))
                .findFirst();
    }

    private boolean isEpic(IssueRow row) {
        return screen.services()
                .data()
                .constants()
                .types()
                .get(row.typeId())
                .name()
                .equalsIgnoreCase("Epic");
    }

    private static String given(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
