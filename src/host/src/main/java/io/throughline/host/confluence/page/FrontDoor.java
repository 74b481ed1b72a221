package io.throughline.host.confluence.page;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The root leads to the dashboard; every address that nothing else answers is not there. */
final class FrontDoor extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.isEmpty() || path.equals("/") || path.equals("/index.action")) {
            response.sendRedirect(request.getContextPath() + "/dashboard.action");
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
