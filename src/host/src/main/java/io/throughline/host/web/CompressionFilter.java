package io.throughline.host.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/**
 * Sends text as gzip to those who ask for it, as the products do. Jetty's own handler is not used: it writes a suffix into entity
 * tags, and the tag of a REST answer is its version, to the letter, which clients send back in {@code If-Match}.
 */
final class CompressionFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!acceptsGzip(request.getHeader("Accept-Encoding"))) {
            chain.doFilter(request, response);
            return;
        }
        CompressedResponse compressed = new CompressedResponse(response);
        chain.doFilter(request, compressed);
        compressed.finish();
    }

    /** {@code gzip} or {@code *} is named, and not with a weight of nothing. */
    static boolean acceptsGzip(String header) {
        if (header == null) {
            return false;
        }
        boolean isAccepted = false;
        for (String coding : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = coding.strip().split(";");
            boolean isRefused = parts.length > 1 && parts[1].strip().matches("q=0(\\.0*)?");
            String name = parts[0].strip();
            if (name.equals("gzip") || name.equals("x-gzip")) {
                return !isRefused;
            }
            isAccepted |= name.equals("*") && !isRefused;
        }
        return isAccepted;
    }
}
