package io.throughline.host.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Files out of a class path folder. */
final class FilesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final String folder;

    FilesServlet(String folder) {
        this.folder = folder;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        byte[] bytes =
                path == null || path.contains("..") || path.endsWith("/") ? null : HostResources.read(folder + path);
        if (bytes == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(MediaTypes.of(path));
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.getOutputStream().write(bytes);
    }
}
