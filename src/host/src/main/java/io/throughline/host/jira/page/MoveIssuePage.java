package io.throughline.host.jira.page;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import io.throughline.host.jira.model.IssueRow;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /secure/MoveIssue.jspa}: moves an issue with its sub-tasks to another project; components and versions stay behind. */
final class MoveIssuePage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Screen screen;

    MoveIssuePage(Screen screen) {
        this.screen = screen;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<IssueRow> row = movable(request);
        if (row.isEmpty()) {
            screen.notFound(response, "issue");
            return;
        }
        List<Screen.ProjectLine> targets = screen.projects().stream()
                .filter(project -> project.getId() != row.get().projectId())
                .filter(project -> screen.may("CREATE_ISSUES", project.getId()))
                .map(screen::line)
                .toList();
        screen.show(
                response,
                HttpServletResponse.SC_OK,
                "move",
                Map.of("issue", screen.lines().line(row.get()), "targets", targets));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!screen.isOwnForm(request, response)) {
            return;
        }
        Optional<IssueRow> row = movable(request);
        Optional<Project> target = screen.project(
                        Optional.ofNullable(request.getParameter("target")).orElse(""))
                .filter(project -> screen.may("CREATE_ISSUES", project.getId()));
        if (row.isEmpty() || target.isEmpty()) {
            screen.notFound(response, row.isEmpty() ? "issue" : "project");
            return;
        }
        Issue moved = screen.services()
                .issueDesk()
                .move(row.get().id(), target.get().getId(), row.get().typeId(), screen.user());
        response.sendRedirect(screen.lines().url(moved.getKey()));
    }

    /** A sub-task moves only with its parent. */
    private Optional<IssueRow> movable(HttpServletRequest request) {
        return screen.issue(Optional.ofNullable(request.getParameter("key")).orElse(""))
                .filter(row -> screen.may("MOVE_ISSUES", row.projectId()))
                .filter(row -> row.parentId() == null);
    }
}
