package io.throughline.host.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Whether a browser sent a request from another site's page. */
public final class SameOrigin {

    private SameOrigin() {}

    /** True when {@code Origin}, or without it {@code Referer}, names another scheme, host or port than the request's. */
    public static boolean isForeign(HttpServletRequest request) {
        String from = request.getHeader("Origin");
        if (from == null) {
            from = request.getHeader("Referer");
        }
        if (from == null) {
            return false;
        }
        try {
            URI source = URI.create(from);
            return !(request.getScheme().equalsIgnoreCase(source.getScheme())
                    && request.getServerName().equalsIgnoreCase(source.getHost())
                    && request.getServerPort() == port(source));
        } catch (IllegalArgumentException notAUri) {
            return true;
        }
    }

    private static int port(URI source) {
        if (source.getPort() >= 0) {
            return source.getPort();
        }
        return "https".equalsIgnoreCase(source.getScheme()) ? 443 : 80;
    }
}
