package io.throughline.host.confluence.page;

import com.atlassian.confluence.api.service.accessmode.AccessModeService;
import io.throughline.host.confluence.content.WikiAccess;
import io.throughline.host.launch.Node;
import io.throughline.host.launch.Users;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Sends a page made from a template, with what every page needs. */
final class Screen {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM dd, yyyy", Locale.ENGLISH);

    private final Node node;
    private final WikiAccess access;
    private final AccessModeService mode;

    Screen(Node node, WikiAccess access, AccessModeService mode) {
        this.node = node;
        this.access = access;
        this.mode = mode;
    }

    /** The user of the thread, who has logged in. */
    String user() {
        return node.users().current().orElseThrow(() -> new IllegalStateException("a page without a login"));
    }

    /** Answers 403 and false when the user may not use Confluence. */
    boolean mayUse(HttpServletResponse response) throws IOException {
        if (access.mayUse(user())) {
            return true;
        }
        message(
                response,
                HttpServletResponse.SC_FORBIDDEN,
                "Not permitted",
                "You are not permitted to use Confluence.");
        return false;
    }

    /** Answers and false when the user may not use Confluence, or nobody may change anything now. */
    boolean mayWrite(HttpServletResponse response) throws IOException {
        if (!mayUse(response)) {
            return false;
        }
        if (mode.shouldEnforceReadOnlyAccess()) {
            message(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Read-only", "This site is read-only.");
            return false;
        }
        return true;
    }

    boolean isAdministrator() {
        return node.users().isAdministrator(user());
    }

    void show(HttpServletResponse response, int status, String template, Map<String, Object> values)
            throws IOException {
        Map<String, Object> all = new HashMap<>(values);
        all.put("contextPath", node.product().contextPath());
        all.put("readOnly", mode.shouldEnforceReadOnlyAccess());
        StringWriter html = new StringWriter();
        node.templates().renderHost("web/confluence/" + template + ".vm", all, html);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(html.toString());
    }

    /** A page with one sentence. */
    void message(HttpServletResponse response, int status, String title, String sentence) throws IOException {
        show(response, status, "message", Map.of("title", title, "sentence", sentence));
    }

    void notFound(HttpServletResponse response) throws IOException {
        message(
                response,
                HttpServletResponse.SC_NOT_FOUND,
                "Page Not Found",
                "The page you were looking for could not be found. It may have been deleted or renamed.");
    }

    String fullName(String name) {
        return node.users().find(name).map(Users.User::fullName).orElse("Unknown User (" + name + ")");
    }

    String day(Instant instant) {
        return DAY.format(instant.atZone(ZoneId.systemDefault()));
    }
}
