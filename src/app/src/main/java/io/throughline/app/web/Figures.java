package io.throughline.app.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Lengths for style sheets, and the sign for "no number". */
final class Figures {
    static final String NOTHING = "–";

    private Figures() {}

    /** A ratio clamped to 0..1 as a CSS percentage, with a point whatever the reader's locale: {@code 62.8%}. */
    static String css(double ratio) {
        double clamped = Math.max(0, Math.min(1, ratio));
        return BigDecimal.valueOf(clamped * 100)
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    /** Two parts of a spoken sentence, the second one only if there is one. */
    static String sentence(String first, String second) {
        return second.isEmpty() ? first + "." : first + ", " + second + ".";
    }
}
