package io.throughline.host.jira.page;

import com.atlassian.jira.project.Project;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.FieldTypes;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.IssueParts.FieldValue;
import io.throughline.host.jira.model.IssueRow;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /secure/CreateIssue.jspa}: a form with the few fields one needs to try things out. */
final class CreateIssuePage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int SUMMARY_LIMIT = 255;

    private final transient Screen screen;

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
                        .map(screen::line)
                        .toList());
        values.put(
                "types",
                screen.services().data().constants().types().all().stream()
                        .filter(type -> !type.isSubtask())
                        .toList());
        for (String name : List.of("project", "type", "summary", "description", "epic")) {
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
        String key = screen.services().issueDesk().create(draft, screen.user()).getKey();
        response.sendRedirect(screen.lines().url(key));
    }

    private IssueDraft draft(HttpServletRequest request, List<String> errors) {
        IssueDraft draft = new IssueDraft();
        Optional<Project> project =
                screen.project(given(request, "project")).filter(found -> screen.may("CREATE_ISSUES", found.getId()));
        project.ifPresentOrElse(found -> draft.projectId = found.getId(), () -> errors.add("Choose a project."));
        Optional<Constant.IssueType> type =
                screen.services().data().constants().types().byName(given(request, "type"));
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
