package io.throughline.host.velocity;

/** A template that cannot be read or rendered. */
public final class TemplateFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TemplateFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
