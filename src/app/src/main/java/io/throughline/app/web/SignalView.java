package io.throughline.app.web;

import java.util.Locale;

/**
 * What delivery and outcome say together, ready to print.
 *
 * @param css style class of the badge and its glyph
 * @param word {@code Drift}
 * @param reason one line that says why; empty where only the badge is shown
 */
public record SignalView(String css, String word, String reason) {
    /** @param kind a signal of the contract, such as DRIFT */
    public static SignalView of(Language language, String kind, String reason) {
        return new SignalView(
                "tl-signal-" + kind.toLowerCase(Locale.ROOT), language.text("throughline.signal." + kind), reason);
    }
}
