package io.throughline.app.store;

/** The same idempotency key came with another input. */
public final class OnceMismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OnceMismatch() {
        super("the idempotency key was used with another input", null, false, false);
    }
}
