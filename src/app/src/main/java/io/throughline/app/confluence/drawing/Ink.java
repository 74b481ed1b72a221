package io.throughline.app.confluence.drawing;

import java.awt.Color;
import java.util.List;

/**
 * A colour by its meaning. On screen it is the custom property of the style sheet, which knows light, dark and themes;
 * the value here is the light one, for paper and for pages that have lost the style sheet.
 */
public enum Ink {
    TEXT("ink", 0x172B4D),
    SECONDARY("ink-2", 0x44546F),
    TERTIARY("ink-3", 0x626F86),
    LINK("link", 0x0C66E4),
    GROUND("raised", 0xFFFFFF),
    SUNKEN("sunken", 0xF7F8F9),
    /** Hairlines. */
    LINE("line", 0xDCDFE4),
    LINE_BOLD("line-bold", 0x758195),
    NEUTRAL("none-fill", 0xF1F2F4),

    GOOD("good-mark", 0x1F845A),
    GOOD_TEXT("good-text", 0x216E4E),
    GOOD_FILL("good-fill", 0xDCFFF1),
    WARN("warn-mark", 0xE56910),
    WARN_TEXT("warn-text", 0xA54800),
    WARN_FILL("warn-fill", 0xFFF7D6),
    BAD("bad-mark", 0xC9372C),
    BAD_TEXT("bad-text", 0xAE2E24),
    BAD_FILL("bad-fill", 0xFFECEB),
    NONE("none-mark", 0x758195),
    NONE_TEXT("none-text", 0x44546F),
    NONE_FILL("none-fill", 0xF1F2F4),
    UNEXPLAINED("unexplained-mark", 0x6E5DC6),
    UNEXPLAINED_TEXT("unexplained-text", 0x5E4DB2),
    UNEXPLAINED_FILL("unexplained-fill", 0xF3F0FF),

    /** Work that is done; delivery is blue whatever its health. */
    WORK("work", 0x0C66E4),
    STRIPE("stripe", 0x388BFF),
    STRIPE_GROUND("stripe-ground", 0xCCE0FF),
    TRACK("track", 0xE4E7EC),
    TICK("tick", 0x172B4D),
    EXEMPT("exempt", 0x758195),

    /** Grounds of people's initials, the same in light and dark; the style sheet has them in this order. */
    PERSON_0("", 0x44546F),
    PERSON_1("", 0x5E4DB2),
    PERSON_2("", 0x206A83),
    PERSON_3("", 0x216E4E),
    PERSON_4("", 0xA54800),
    PERSON_5("", 0x943D73),
    PERSON_6("", 0x0055CC),
    PERSON_7("", 0x7F5F01),
    ON_PERSON("", 0xFFFFFF);

    private static final List<Ink> PEOPLE =
            List.of(PERSON_0, PERSON_1, PERSON_2, PERSON_3, PERSON_4, PERSON_5, PERSON_6, PERSON_7);

    private final String property;
    private final int light;

    Ink(String property, int light) {
        this.property = property;
        this.light = light;
    }

    /** @param colour from 0; there are eight, then they begin again */
    public static Ink ofPerson(int colour) {
        return PEOPLE.get(Math.floorMod(colour, PEOPLE.size()));
    }

    /** {@code var(--tl-good-mark,#1f845a)}; the value alone where light and dark have the same. */
    String css() {
        return property.isEmpty() ? hex() : String.format("var(--tl-%s,#%06x)", property, light);
    }

    /** {@code #1f845a}: the light value, for media without style sheets. */
    public String hex() {
        return String.format("#%06x", light);
    }

    Color onPaper() {
        return new Color(light);
    }
}
