package io.throughline.host.osgi;

/** A JAR whose signature is missing or wrong. */
public final class UntrustedJar extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UntrustedJar(String message) {
        super(message);
    }
}
