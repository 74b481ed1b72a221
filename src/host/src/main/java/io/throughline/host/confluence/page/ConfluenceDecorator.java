package io.throughline.host.confluence.page;

import com.atlassian.confluence.api.service.accessmode.AccessModeService;
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

/** Confluence's header and footer; around administration pages also its menu. */
final class ConfluenceDecorator implements Decorator {

    private static final String ADMINISTRATION = "system.admin/configuration";

    private final Node node;
    private final AccessModeService mode;

    ConfluenceDecorator(Node node, AccessModeService mode) {
        this.node = node;
        this.mode = mode;
    }

    /** The parts of the page as markup that stays markup. */
    public record Content(
            String title,
            @HtmlSafe String head,
            @HtmlSafe String resources,
            @HtmlSafe String body,
            @HtmlSafe String bodyAttributes) {}

    /** A link in a menu. */
    public record Entry(String label, String url, boolean isActive) {}

    @Override
    public void decorate(Page page, HttpServletRequest request, Writer out) throws IOException {
        Optional<Users.User> user = node.users().current().flatMap(node.users()::find);
        Map<String, Object> fragments = new HashMap<>();
        user.ifPresent(known -> fragments.put("username", known.name()));
        boolean admin = page.kind().contains("admin");
        Map<String, Object> values = new HashMap<>();
        values.put(
                "content",
                new Content(page.title(), page.head(), page.resources(), page.body(), page.bodyAttributes()));
        values.put("contextPath", request.getContextPath());
        values.put("here", here(request));
        values.put("user", user.orElse(null));
        values.put("users", node.users().all());
        values.put("jiraUrl", node.peerUrl());
        values.put("createUrl", createUrl(page, request));
        values.put("headerItems", entries("system.header/left", fragments, page, request));
        values.put("readOnly", mode.shouldEnforceReadOnlyAccess());
        values.put("isAdmin", admin);
        values.put("adminItems", admin ? entries(ADMINISTRATION, fragments, page, request) : List.<Entry>of());
        node.templates().renderHost("web/confluence/decorator.vm", values, out);
    }

    private List<Entry> entries(String section, Map<String, Object> context, Page page, HttpServletRequest request) {
        String active = page.meta().getOrDefault("admin.active.tab", "");
        List<Entry> entries = new ArrayList<>();
        for (WebFragments.Item item : node.fragments().items(section, context)) {
            String url = item.url().startsWith("/") ? request.getContextPath() + item.url() : item.url();
            entries.add(
                    new Entry(item.label(), url, !active.isEmpty() && item.key().endsWith(":" + active)));
        }
        return entries;
    }

    /** A new page stands below the one that is shown. */
    private static String createUrl(Page page, HttpServletRequest request) {
        String id = page.meta().get("ajs-page-id");
        String space = page.meta().getOrDefault("ajs-space-key", "STRAT");
        return request.getContextPath() + "/create-dialog.action?"
                + (id == null || id.equals("0") ? "spaceKey=" + space : "fromPageId=" + id);
    }

    private static String here(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }
}
