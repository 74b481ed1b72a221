package io.throughline.app.confluence.drawing;

/** The healths of outcome and delivery as they are drawn: one shape and one colour for both. */
public enum Health {
    GOOD(Ink.GOOD, Ink.GOOD_TEXT, Ink.GOOD_FILL),
    WARN(Ink.WARN, Ink.WARN_TEXT, Ink.WARN_FILL),
    BAD(Ink.BAD, Ink.BAD_TEXT, Ink.BAD_FILL),
    NONE(Ink.NONE, Ink.NONE_TEXT, Ink.NONE_FILL),
    DONE(Ink.GOOD, Ink.GOOD_TEXT, Ink.GOOD_FILL);

    private final Ink mark;
    private final Ink text;
    private final Ink fill;

    Health(Ink mark, Ink text, Ink fill) {
        this.mark = mark;
        this.text = text;
        this.fill = fill;
    }

    /** @param health of an outcome block; what is not known is NONE */
    public static Health ofOutcome(String health) {
        return switch (health) {
            case "GREEN" -> GOOD;
            case "AMBER" -> WARN;
            case "RED" -> BAD;
            default -> NONE;
        };
    }

    /** @param health of a delivery block; what has not begun or is not known is NONE */
    public static Health ofDelivery(String health) {
        return switch (health) {
            case "DONE" -> DONE;
            case "ON_TRACK" -> GOOD;
            case "AT_RISK" -> WARN;
            case "OFF_TRACK" -> BAD;
            default -> NONE;
        };
    }

    public Ink mark() {
        return mark;
    }

    public Ink text() {
        return text;
    }

    public Ink fill() {
        return fill;
    }
}
