package io.throughline.app.confluence.wiki;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/**
 * Tells our own pages' forms from what another site made a browser send. Every browser that the products support names the origin of a
 * form that it posts, so what names none is refused too.
 *
 * <p>A token in the form would need the request while a page renders, which macros do not have; the platform's own token is checked for
 * REST and actions only, not for servlets.
 */
public final class OwnForms {
    private OwnForms() {}

    /** @param home the address that users know this Confluence by; the request's own counts as well, for proxies that pass it on */
    public static boolean isForeign(HttpServletRequest request, URI home) {
        String from = Optional.ofNullable(request.getHeader("Origin")).orElseGet(() -> request.getHeader("Referer"));
        if (from == null) {
            return true;
        }
        try {
            URI source = URI.create(from);
            URI here =
                    URI.create(request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort());
            return !isSame(source, home) && !isSame(source, here);
        } catch (IllegalArgumentException notAnAddress) {
            return true;
        }
    }

    private static boolean isSame(URI one, URI other) {
        return one.getScheme() != null
                && one.getHost() != null
                && one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
