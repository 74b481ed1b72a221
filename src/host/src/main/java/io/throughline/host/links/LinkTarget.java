package io.throughline.host.links;

import java.net.URI;

/** The other end of a link, and the rule by which a request's address has to lie within it. */
record LinkTarget(URI rpcUrl) {

    LinkTarget {
        String text = rpcUrl.toString();
        rpcUrl = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    /**
     * The address of a request.
     *
     * @param url relative without a leading slash, or absolute within the link
     * @throws IllegalArgumentException for any other: the user's identity goes with the request, so it may go nowhere else
     */
    URI resolve(String url) {
        URI given = URI.create(url);
        if (given.isAbsolute()) {
            if (!contains(given)) {
                throw new IllegalArgumentException(url + " is outside of the application link to " + rpcUrl);
            }
            return given;
        }
        if (url.startsWith("/")) {
            throw new IllegalArgumentException(
                    "a relative address is resolved against " + rpcUrl + " and has no leading slash: " + url);
        }
        URI absolute = URI.create(rpcUrl + "/" + url);
        if (!contains(absolute)) {
            throw new IllegalArgumentException(url + " leads out of the application link to " + rpcUrl);
        }
        return absolute;
    }

    boolean contains(URI address) {
        URI normal = address.normalize();
        return rpcUrl.getScheme().equalsIgnoreCase(normal.getScheme())
                && rpcUrl.getRawAuthority().equalsIgnoreCase(normal.getRawAuthority())
                && (normal.getRawPath() + "/").startsWith(rpcUrl.getRawPath() + "/");
    }
}
