package io.throughline.host.jira.page;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** {@code /secure/BrowseProjects.jspa}. */
final class ProjectsPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Screen screen;

    ProjectsPage(Screen screen) {
        this.screen = screen;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        screen.show(response, HttpServletResponse.SC_OK, "projects", Map.of("projects", screen.projectLines()));
    }
}
