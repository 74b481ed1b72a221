package io.throughline.host.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /status}, as load balancers ask it: 200 with RUNNING, 503 with STARTING before. */
final class StatusServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private volatile boolean isRunning;

    void running() {
        isRunning = true;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(isRunning ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(isRunning ? "{\"state\":\"RUNNING\"}" : "{\"state\":\"STARTING\"}");
    }
}
