package io.throughline.host.jira.page;

import io.throughline.host.jira.model.IssueRow;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Asks whether one is sure, and does it. */
final class IssueActionPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Screen screen;
    private final IssueAction action;

    IssueActionPage(Screen screen, IssueAction action) {
        this.screen = screen;
        this.action = action;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<IssueRow> row = issue(request);
        if (row.isEmpty() || action == IssueAction.COMMENT) {
            screen.notFound(response, "issue");
            return;
        }
        screen.show(
                response,
                HttpServletResponse.SC_OK,
                "confirm",
                Map.of("issue", screen.lines().line(row.get()), "action", action));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!screen.isOwnForm(request, response)) {
            return;
        }
        Optional<IssueRow> row = issue(request);
        if (row.isEmpty()) {
            screen.notFound(response, "issue");
            return;
        }
        String text = Optional.ofNullable(request.getParameter("comment")).orElse("");
        action.perform(screen.services(), row.get(), text, screen.user());
        response.sendRedirect(
                action == IssueAction.DELETE
                        ? request.getContextPath() + "/projects/"
                                + row.get().key().replaceAll("-[0-9]+$", "")
                        : screen.lines().url(row.get().key()));
    }

    private Optional<IssueRow> issue(HttpServletRequest request) {
        return screen.issue(Optional.ofNullable(request.getParameter("key")).orElse(""))
                .filter(row -> screen.may(action.permission(), row.projectId()))
                .filter(row -> action.isFor(row.isArchived()));
    }
}
