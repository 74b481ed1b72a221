package io.throughline.app.confluence.drawing;

/** The signals as they are drawn: two bars, left delivery, right outcome. */
public enum Sign {
    REALIZING(Half.TALL, Half.TALL, Ink.GOOD_TEXT, Ink.GOOD_FILL),
    DRIFT(Half.TALL, Half.STUB, Ink.WARN_TEXT, Ink.WARN_FILL),
    UNEXPLAINED(Half.STUB, Half.TALL, Ink.UNEXPLAINED_TEXT, Ink.UNEXPLAINED_FILL),
    STALLED(Half.STUB, Half.STUB, Ink.BAD_TEXT, Ink.BAD_FILL),
    BLIND(Half.TALL, Half.DASHED, Ink.NONE_TEXT, Ink.NONE_FILL);

    /** One bar: tall is good, a stub is not, dashed is unknown. */
    enum Half {
        TALL,
        STUB,
        DASHED
    }

    private final Half delivery;
    private final Half outcome;
    private final Ink text;
    private final Ink fill;

    Sign(Half delivery, Half outcome, Ink text, Ink fill) {
        this.delivery = delivery;
        this.outcome = outcome;
        this.text = text;
        this.fill = fill;
    }

    Half delivery() {
        return delivery;
    }

    Half outcome() {
        return outcome;
    }

    public Ink text() {
        return text;
    }

    public Ink fill() {
        return fill;
    }
}
