package io.throughline.host.manage;

import io.throughline.host.launch.Node;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;

/** What every page of this package needs: administrators only, and a template in the frame of administration. */
final class AdminScreen {

    private final Node node;

    AdminScreen(Node node) {
        this.node = node;
    }

    Node node() {
        return node;
    }

    /** False, and answered, for everybody else. */
    boolean isAdministrator(HttpServletResponse response) throws IOException {
        boolean isAdministrator =
                node.users().current().filter(node.users()::isAdministrator).isPresent();
        if (!isAdministrator) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "Only administrators may see this page.");
        }
        return isAdministrator;
    }

    void show(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String template,
            Map<String, Object> values)
            throws IOException {
        Map<String, Object> all = new HashMap<>(values);
        all.put("contextPath", request.getContextPath());
        all.put("product", node.product().displayName());
        StringWriter html = new StringWriter();
        node.templates().renderHost("web/host/" + template + ".vm", all, html);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(html.toString());
    }
}
