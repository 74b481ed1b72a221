package io.throughline.host.jira.page;

import com.atlassian.jira.project.Project;
import io.throughline.host.jira.jql.JqlError;
import io.throughline.host.web.WebFragments;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /projects/KEY}: the project with its sidebar. {@code selectedItem} names a plugin's item of the sidebar, and the page is then
 * that plugin's web panel.
 */
final class ProjectPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String SIDEBAR = "jira.project.sidebar.plugins.navigation";
    private static final int SHOWN = 20;

    private final transient Screen screen;

    ProjectPage(Screen screen) {
        this.screen = screen;
    }

    /** A link in the sidebar. */
    public record Entry(String label, String url, boolean isActive) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        String key = path.replaceAll("/.*", "");
        Optional<Project> project = screen.project(key);
        if (project.isEmpty()) {
            screen.notFound(response, "project");
            return;
        }
        String selected =
                Optional.ofNullable(request.getParameter("selectedItem")).orElse("");
        Map<String, Object> context = FragmentContext.of(request, project.get(), null);
        Map<String, Object> values = new HashMap<>();
        values.put("project", screen.line(project.get()));
        values.put("sidebar", sidebar(request, context, selected));
        values.put("isOverview", selected.isEmpty());
        values.put("panels", selected.isEmpty() ? List.of() : screen.panels(selected, context));
        if (selected.isEmpty()) {
            addOverview(values, project.get());
        }
        screen.show(response, HttpServletResponse.SC_OK, "project", values);
    }

    private List<Entry> sidebar(HttpServletRequest request, Map<String, Object> context, String selected) {
        return screen.node().fragments().items(SIDEBAR, context).stream()
                .map(item -> new Entry(item.label(), url(request, item), isSelected(item, selected)))
                .toList();
    }

    private static String url(HttpServletRequest request, WebFragments.Item item) {
        return item.url().startsWith("/") ? request.getContextPath() + item.url() : item.url();
    }

    private static boolean isSelected(WebFragments.Item item, String selected) {
        return !selected.isEmpty() && item.url().contains("selectedItem=" + selected);
    }

    private void addOverview(Map<String, Object> values, Project project) {
        String here = "project = \"" + project.getKey() + "\"";
        try {
            values.put("issues", screen.lines().search(here + " ORDER BY updated DESC", 0, SHOWN));
            values.put("epics", screen.lines().search(here + " AND issuetype = Epic ORDER BY updated DESC", 0, SHOWN));
            values.put(
                    "toDo",
                    screen.lines()
                            .search(here + " AND statusCategory = new", 0, 0)
                            .total());
            values.put(
                    "inProgress",
                    screen.lines()
                            .search(here + " AND statusCategory = indeterminate", 0, 0)
                            .total());
            values.put(
                    "done",
                    screen.lines()
                            .search(here + " AND statusCategory = done", 0, 0)
                            .total());
        } catch (JqlError ownQuery) {
            throw new IllegalStateException("the project page's own query is wrong", ownQuery);
        }
    }
}
