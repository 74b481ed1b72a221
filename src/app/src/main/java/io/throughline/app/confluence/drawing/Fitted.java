package io.throughline.app.confluence.drawing;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text broken into lines of a given width.
 *
 * @param lines at least one; the last ends with an ellipsis if the text is longer than they hold
 * @param shortened whether something is left out: whoever draws it then gives the whole text as a title
 */
public record Fitted(List<String> lines, boolean shortened) {
    private static final String ELLIPSIS = "…";

    /**
     * Breaks between words as the script has them; a word wider than a line is broken inside.
     *
     * @param most lines, at least 1
     */
    public static Fitted of(String text, Lettering lettering, double width, int most) {
        List<String> lines = lines(text.strip().replaceAll("\\s+", " "), lettering, width);
        if (lines.size() <= most) {
            return new Fitted(List.copyOf(lines), false);
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        String last = kept.get(most - 1) + " " + lines.get(most);
        while (!last.isEmpty() && lettering.width(last + ELLIPSIS) > width) {
            last = last.substring(0, lastCharacter(last)).stripTrailing();
        }
        kept.set(most - 1, last + ELLIPSIS);
        return new Fitted(List.copyOf(kept), true);
    }

    private static List<String> lines(String text, Lettering lettering, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words(text)) {
            String rest = word;
            while (lettering.width((line + rest).stripTrailing()) > width) {
                if (!line.isEmpty()) {
                    lines.add(line.stripTrailing());
                    line = "";
                } else {
                    int end = lastThatFits(rest, lettering, width);
                    if (end == rest.length()) {
                        break;
                    }
                    lines.add(rest.substring(0, end));
                    rest = rest.substring(end);
                }
            }
            line += rest;
        }
        if (!line.isBlank() || lines.isEmpty()) {
            lines.add(line.stripTrailing());
        }
        return lines;
    }

    /** Where a word wider than a line is broken; at least one character goes into the line. */
    private static int lastThatFits(String word, Lettering lettering, double width) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(word);
        int end = characters.next();
        for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
            if (lettering.width(word.substring(0, next)) > width) {
                return end;
            }
            end = next;
        }
        return end;
    }

    private static int lastCharacter(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        characters.last();
        return Math.max(0, characters.previous());
    }

    private static List<String> words(String text) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            words.add(text.substring(start, end));
            start = end;
        }
        return words;
    }
}
