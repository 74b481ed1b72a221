package io.throughline.app.web;

import java.util.Locale;

/** What a health looks like: one shape and one style class for outcome and delivery alike. */
enum Tone {
    GOOD("●"),
    WARN("▲"),
    BAD("◆"),
    NONE("○"),
    DONE("✔");

    private final String shape;

    Tone(String shape) {
        this.shape = shape;
    }

    String shape() {
        return shape;
    }

    String css() {
        return "tl-" + name().toLowerCase(Locale.ROOT);
    }
}
