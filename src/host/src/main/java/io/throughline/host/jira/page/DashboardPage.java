package io.throughline.host.jira.page;

import io.throughline.host.jira.jql.JqlError;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** {@code /secure/Dashboard.jspa}: what is assigned to the user, what changed last, and the projects. */
final class DashboardPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 12;

    private final transient Screen screen;

    DashboardPage(Screen screen) {
        this.screen = screen;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            screen.show(
                    response,
                    HttpServletResponse.SC_OK,
                    "dashboard",
                    Map.of(
                            "assigned",
                            screen.lines()
                                    .search(
                                            "assignee = currentUser() AND resolution IS EMPTY ORDER BY updated DESC",
                                            0,
                                            SHOWN),
                            "recent",
                            screen.lines().search("ORDER BY updated DESC", 0, SHOWN),
                            "projects",
                            screen.projectLines(),
                            "panels",
                            screen.panels("jira.dashboard", FragmentContext.of(request, null, null))));
        } catch (JqlError ownQuery) {
            throw new IllegalStateException("the dashboard's own query is wrong", ownQuery);
        }
    }
}
