package io.throughline.app.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far the KPIs are, ready to print: health by shape, word and colour, the bar, and the number beside it.
 *
 * @param tone style class of the health: good, warn, bad, none
 * @param shape character that stays when colours and style sheets are gone
 * @param word {@code On pace}
 * @param figure attainment as whole percent, {@code –} without data
 * @param known whether there is data; without, a dashed line is drawn and never a bar at 0
 * @param fill length of the bar as CSS, attainment clamped to 0..100%
 * @param tick place of the expected tick as CSS, empty for none
 * @param expected {@code 43% expected}, empty for none
 * @param spoken the bar for those who hear it
 */
public record OutcomeView(
        String tone,
        String shape,
        String word,
        String figure,
        boolean known,
        String fill,
        String tick,
        String expected,
        String spoken) {

    /**
     * @param health GREEN, AMBER, RED; anything else is UNKNOWN
     * @param attainment ratio, null without data
     * @param expected ratio, null for none
     */
    public static OutcomeView of(
            Language language, String health, @Nullable Double attainment, @Nullable Double expected) {
        Tone tone = switch (health) {
            case "GREEN" -> Tone.GOOD;
            case "AMBER" -> Tone.WARN;
            case "RED" -> Tone.BAD;
            default -> Tone.NONE;
        };
        String word = language.text("throughline.outcome.health." + tone.name().toLowerCase(Locale.ROOT));
        boolean known = attainment != null;
        String figure = known ? language.percent(attainment) : Figures.NOTHING;
        String tick = expected == null || !known ? "" : Figures.css(expected);
        String wanted = tick.isEmpty() ? "" : language.text("throughline.bar.expected", language.percent(expected));
        String spoken = known
                ? Figures.sentence(language.text("throughline.outcome.spoken", figure, word), wanted)
                : language.text("throughline.outcome.spoken.none", word);
        return new OutcomeView(
                tone.css(),
                tone.shape(),
                word,
                figure,
                known,
                known ? Figures.css(attainment) : "",
                tick,
                wanted,
                spoken);
    }
}
