package io.throughline.app.web;

import java.util.Locale;

/**
 * A person, ready to print: the name, two letters of it, and the colour that follows from it.
 *
 * @param colour from 0, below {@link #COLOURS}
 */
public record PersonView(String name, String initials, int colour) {
    /** How many colours people come in. */
    public static final int COLOURS = 8;

    /** Initials of the first and the last word, as avatars have them; the name is not blank. */
    public static PersonView named(String name) {
        String[] words = name.strip().split("\\s+");
        String first = initial(words[0]);
        String last = words.length == 1 ? "" : initial(words[words.length - 1]);
        int colour = name.codePoints().sum() % COLOURS;
        return new PersonView(name, (first + last).toUpperCase(Locale.ROOT), colour);
    }

    /** Style class of the colour. */
    public String css() {
        return "tl-avatar-" + colour;
    }

    private static String initial(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
