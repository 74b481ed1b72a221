package io.throughline.app.confluence;

/** Jira's answer is not what was asked for: not JSON, or JSON without what a scorecard needs. */
final class GarbledAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GarbledAnswer(String message) {
        super(message);
    }

    GarbledAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
