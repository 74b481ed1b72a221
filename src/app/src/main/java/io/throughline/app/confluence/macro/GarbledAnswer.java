package io.throughline.app.confluence.macro;

/** Jira's answer is not what was asked for: not JSON, or JSON without what the macro needs. Becomes a notice. */
public final class GarbledAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GarbledAnswer(String message) {
        super(message);
    }

    public GarbledAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
