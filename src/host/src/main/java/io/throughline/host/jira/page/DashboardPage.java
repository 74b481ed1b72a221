package io.throughline.host.jira.page;

import io.throughline.host.jira.jql.JqlError;
import io.throughline.host.web.SameOrigin;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /secure/Dashboard.jspa}: gadgets of plugins, what is assigned to the user, what changed last, and the projects. There is the
 * system dashboard only; administrators put gadgets on it and configure them.
 */
final class DashboardPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 12;
    private static final int LONGEST_PREFERENCES = 100_000;

    private final transient Screen screen;
    private final transient Gadgets gadgets;

    DashboardPage(Screen screen, Gadgets gadgets) {
        this.screen = screen;
        this.gadgets = gadgets;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Object> context =
                new FragmentContext(screen.node(), screen.services()).complete(FragmentContext.of(request, null, null));
        Map<String, Object> values = new HashMap<>();
        screen.requireContexts("jira.dashboard", "atl.dashboard");
        try {
            values.put(
                    "assigned",
                    screen.lines()
                            .first("assignee = currentUser() AND resolution IS EMPTY ORDER BY updated DESC", SHOWN));
            values.put("recent", screen.lines().first("ORDER BY updated DESC", SHOWN));
        } catch (JqlError ownQuery) {
            throw new IllegalStateException("the dashboard's own query is wrong", ownQuery);
        }
        values.put("projects", screen.projectLines());
        values.put("panels", screen.panels("jira.dashboard", context));
        values.put("gadgets", gadgets.shown(context));
        values.put("choices", gadgets.choices());
        values.put("mayEdit", screen.isAdministrator());
        screen.show(response, HttpServletResponse.SC_OK, "dashboard", values);
    }

    /** Adds, removes, or keeps the preferences of one gadget. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (SameOrigin.isForeign(request) || !screen.isAdministrator()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String preferences = request.getParameter("preferences");
        try {
            if (request.getParameter("add") != null) {
                gadgets.add(request.getParameter("add"));
            } else if (request.getParameter("remove") != null) {
                gadgets.remove(Long.parseLong(request.getParameter("remove")));
            } else if (preferences != null && preferences.length() <= LONGEST_PREFERENCES) {
                gadgets.prefer(
                        Long.parseLong(
                                Optional.ofNullable(request.getParameter("id")).orElse("0")),
                        preferences);
            }
        } catch (IllegalArgumentException unknown) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, unknown.getMessage());
            return;
        }
        response.sendRedirect(request.getContextPath() + "/secure/Dashboard.jspa");
    }
}
