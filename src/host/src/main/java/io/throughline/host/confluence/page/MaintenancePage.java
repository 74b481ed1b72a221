package io.throughline.host.confluence.page;

import io.throughline.host.confluence.service.HostAccessMode;
import io.throughline.host.web.SameOrigin;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * {@code /host/maintenance}: read-only mode on and off, for administrators: {@code mode=READ_ONLY} or {@code READ_WRITE}. The address and the
 * form are this host's own; the product has them under General Configuration, Maintenance.
 */
final class MaintenancePage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static final String PATH = "/host/maintenance";

    private final transient Screen screen;
    private final transient HostAccessMode mode;

    MaintenancePage(Screen screen, HostAccessMode mode) {
        this.screen = screen;
        this.mode = mode;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isAdministrator(response)) {
            screen.show(response, HttpServletResponse.SC_OK, "maintenance", Map.of());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (SameOrigin.isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "cross-site request");
            return;
        }
        if (!isAdministrator(response)) {
            return;
        }
        String wanted = String.valueOf(request.getParameter("mode"));
        if (!wanted.equals("READ_ONLY") && !wanted.equals("READ_WRITE")) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, "mode is READ_ONLY or READ_WRITE");
            return;
        }
        mode.set(wanted.equals("READ_ONLY"));
        response.sendRedirect(request.getContextPath() + PATH);
    }

    private boolean isAdministrator(HttpServletResponse response) throws IOException {
        if (!screen.isAdministrator()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "Only administrators may see this page.");
            return false;
        }
        return true;
    }
}
