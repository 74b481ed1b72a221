package io.throughline.host.osgi;

/** A JAR that OSGi does not take; the message names the packages that are missing. */
public final class UnresolvedBundle extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnresolvedBundle(String message, Throwable cause) {
        super(message, cause);
    }
}
