package io.throughline.host.jira.page;

import com.atlassian.jira.issue.Issue;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.plugin.Texts;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /browse/KEY}: an issue, or with a project's key the project. */
final class IssuePage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String LEFT = "atl.jira.view.issue.left.context";
    private static final String ALL_TAB = "com.atlassian.jira.plugin.system.issuetabpanels:all-tabpanel";
    private static final String RIGHT = "atl.jira.view.issue.right.context";

    private final transient Screen screen;
    private final transient IssueTabs tabs;

    IssuePage(Screen screen, IssueTabs tabs) {
        this.screen = screen;
        this.tabs = tabs;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String key = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        Optional<IssueRow> row = screen.issue(key);
        if (row.isPresent()) {
            show(request, response, row.get(), key);
        } else if (screen.project(key).isPresent()) {
            response.sendRedirect(request.getContextPath() + "/projects/" + key);
        } else {
            screen.notFound(response, "issue");
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, IssueRow row, String askedFor)
            throws IOException {
        if (!row.key().equals(askedFor)) {
            response.sendRedirect(screen.lines().url(row.key())); // moved, or written in small letters
            return;
        }
        screen.requireContexts("jira.view.issue");
        Issue issue = screen.services().issue(row);
        Map<String, Object> context = FragmentContext.of(request, issue.getProjectObject(), issue);
        Map<String, Object> values = new HashMap<>();
        values.put("issue", new IssueView(screen, row));
        values.put("left", screen.panels(LEFT, context));
        values.put("right", screen.panels(RIGHT, context));
        values.put("operations", operations(request, context));
        values.put("mayMove", screen.may("MOVE_ISSUES", row.projectId()));
        values.put("mayEdit", screen.may("EDIT_ISSUES", row.projectId()));
        values.put(
                "actions",
                Stream.of(IssueAction.values())
                        .filter(action -> action.isFor(row.isArchived()))
                        .filter(action -> screen.may(action.permission(), row.projectId()))
                        .filter(action -> action != IssueAction.COMMENT)
                        .toList());
        values.put("isArchived", row.isArchived());
        values.put(
                "transitions",
                screen.may("TRANSITION_ISSUES", row.projectId())
                        ? screen.services().transitionDesk().available(row, screen.user()).stream()
                                .map(TransitionPage::button)
                                .toList()
                        : List.of());
        addTabs(values, issue, request.getParameter("page"));
        screen.show(response, HttpServletResponse.SC_OK, "issue", values);
    }

    /** @param asked {@code ?page=plugin.key:module}; anything else is the history */
    private void addTabs(Map<String, Object> values, Issue issue, String asked) {
        Texts texts = screen.node().services().get(Texts.class);
        List<IssueTabs.Tab> all = tabs.tabs(issue, screen.user(), asked, texts);
        boolean isHistory = all.stream().noneMatch(IssueTabs.Tab::isActive);
        values.put("tabs", all);
        values.put("isAll", isHistory && ALL_TAB.equals(asked));
        values.put("allTab", ALL_TAB);
        values.put("isHistory", isHistory);
        List<IssueTabs.Entry> entries = tabs.entries(issue, screen.user(), asked);
        values.put("tabEntries", isHistory && ALL_TAB.equals(asked) ? tabs.all(issue, screen.user()) : entries);
    }

    private List<ProjectPage.Entry> operations(HttpServletRequest request, Map<String, Object> context) {
        return screen.node().fragments().items("operations-operations", context).stream()
                .map(item -> new ProjectPage.Entry(
                        item.label(),
                        item.url().startsWith("/") ? request.getContextPath() + item.url() : item.url(),
                        false))
                .toList();
    }
}
