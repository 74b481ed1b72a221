package io.throughline.host.jira.page;

import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.service.Workflow;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code POST /secure/WorkflowUIDispatcher.jspa}: the transition buttons of the issue view. */
final class TransitionPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Screen screen;

    TransitionPage(Screen screen) {
        this.screen = screen;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!screen.isOwnForm(request, response)) {
            return;
        }
        Optional<IssueRow> row = screen.issue(
                        Optional.ofNullable(request.getParameter("key")).orElse(""))
                .filter(found -> screen.may("TRANSITION_ISSUES", found.projectId()));
        if (row.isEmpty()) {
            screen.notFound(response, "issue");
            return;
        }
        IssueRow issue = row.get();
        Optional<Workflow.Transition> transition = screen.services()
                .workflow()
                .transition(issue.projectId(), issue.statusId(), request.getParameter("action"));
        // somebody else may have been faster: then the page shows where the issue is now
        transition.ifPresent(found -> screen.services()
                .issueDesk()
                .transition(issue.id(), found.to(), Optional.empty(), draft -> {}, screen.user()));
        response.sendRedirect(screen.lines().url(issue.key()));
    }
}
