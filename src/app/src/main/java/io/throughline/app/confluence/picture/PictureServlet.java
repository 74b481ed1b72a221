package io.throughline.app.confluence.picture;

import com.atlassian.annotations.security.UnrestrictedAccess;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code GET /plugins/servlet/throughline/picture/<name>}: for exporters, which come as nobody. What is unknown, forged or
 * over is 404, without saying which.
 */
@UnrestrictedAccess
public class PictureServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Pictures pictures;

    @Inject
    public PictureServlet(Pictures pictures) {
        this.pictures = pictures;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        Optional<byte[]> png = pictures.named(path.substring(path.lastIndexOf('/') + 1));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Robots-Tag", "noindex");
        if (png.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("image/png");
        response.setContentLength(png.get().length);
        response.getOutputStream().write(png.get());
    }
}
