package io.throughline.host.jira.page;

import com.atlassian.velocity.htmlsafe.HtmlSafe;
import io.throughline.host.launch.Node;
import io.throughline.host.launch.Users;
import io.throughline.host.web.Decorator;
import io.throughline.host.web.WebFragments;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jira's header with top navigation and user menu, and its footer; around administration pages also their menu. */
final class JiraDecorator implements Decorator {
    private static final String NAVIGATION = "system.top.navigation.bar";
    private static final String ADMINISTRATION = "admin_plugins_menu";

    private final Node node;
    private final Screen screen;

    JiraDecorator(Node node, Screen screen) {
        this.node = node;
        this.screen = screen;
    }

    /** The parts of the page as markup that stays markup. */
    public record Content(
            String title,
            @HtmlSafe String head,
            @HtmlSafe String resources,
            @HtmlSafe String body,
            @HtmlSafe String bodyAttributes) {}

    /** A link in the navigation or a menu. */
    public record Entry(String id, String label, String url, boolean isActive) {}

    /** A heading with links. */
    public record Menu(String label, List<Entry> entries) {}

    @Override
    public void decorate(Page page, HttpServletRequest request, Writer out) throws IOException {
        Optional<Users.User> user = node.users().current().flatMap(node.users()::find);
        Map<String, Object> fragments = FragmentContext.of(request, null, null);
        boolean isAdmin = page.kind().contains("admin");
        Map<String, Object> values = new HashMap<>();
        values.put(
                "content",
                new Content(page.title(), page.head(), page.resources(), page.body(), page.bodyAttributes()));
        values.put("contextPath", request.getContextPath());
        values.put("here", here(request));
        values.put("user", user.orElse(null));
        values.put("users", node.users().all());
        values.put("confluenceUrl", node.peerUrl());
        values.put("navigation", user.isPresent() ? navigation(fragments, request) : List.of());
        values.put("isAdmin", isAdmin);
        values.put("mayAdminister", screen.isAdministrator());
        values.put("adminMenus", isAdmin ? adminMenus(fragments, page, request) : List.of());
        node.templates().renderHost("web/jira/decorator.vm", values, out);
    }

    private List<Entry> navigation(Map<String, Object> context, HttpServletRequest request) {
        String path = path(request);
        List<Entry> entries = new ArrayList<>(List.of(
                own(request, "home_link", "Dashboards", "/secure/Dashboard.jspa", path.contains("Dashboard")),
                own(
                        request,
                        "browse_link",
                        "Projects",
                        "/secure/BrowseProjects.jspa",
                        path.contains("BrowseProjects") || path.startsWith("/projects/")),
                own(
                        request,
                        "find_link",
                        "Issues",
                        "/issues/?jql=",
                        path.startsWith("/issues/") || path.startsWith("/browse/"))));
        for (WebFragments.Item item : screen.node().fragments().items(NAVIGATION, context)) {
            String url = absolute(request, item.url());
            boolean isActive = request.getRequestURI().startsWith(url.replaceAll("[?#].*", ""));
            entries.add(new Entry(item.linkId(), item.label(), url, isActive));
        }
        return entries;
    }

    private static Entry own(HttpServletRequest request, String id, String label, String url, boolean isActive) {
        return new Entry(id, label, request.getContextPath() + url, isActive);
    }

    /** A section without an item is not shown. */
    private List<Menu> adminMenus(Map<String, Object> context, Page page, HttpServletRequest request) {
        String active = page.meta().getOrDefault("admin.active.tab", "");
        List<Menu> menus = new ArrayList<>(List.of(new Menu("Jira administration", ownMenu(page, request))));
        for (WebFragments.Section section : node.fragments().sections(ADMINISTRATION, context)) {
            List<Entry> entries = node.fragments().items(ADMINISTRATION + "/" + section.key(), context).stream()
                    .map(item -> new Entry(
                            item.linkId(),
                            item.label(),
                            absolute(request, item.url()),
                            !active.isEmpty() && item.key().endsWith(":" + active)))
                    .toList();
            if (!entries.isEmpty()) {
                menus.add(new Menu(section.label(), entries));
            }
        }
        return menus;
    }

    private static List<Entry> ownMenu(Page page, HttpServletRequest request) {
        String active = page.meta().getOrDefault("admin.active.tab", "");
        return AdminPages.MENU.stream()
                .map(item -> new Entry(
                        item.tab(),
                        item.label(),
                        request.getContextPath() + item.path(),
                        item.tab().equals(active)))
                .toList();
    }

    private static String absolute(HttpServletRequest request, String url) {
        return url.startsWith("/") ? request.getContextPath() + url : url;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static String here(HttpServletRequest request) {
        return request.getQueryString() == null ? path(request) : path(request) + "?" + request.getQueryString();
    }
}
