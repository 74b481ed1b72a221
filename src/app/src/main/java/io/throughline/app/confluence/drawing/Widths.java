package io.throughline.app.confluence.drawing;

import java.text.Normalizer;

/**
 * How wide texts are, by a table and not by the fonts of this server: an SVG is set in the reader's font, which no
 * server has, and one table gives the same drawing on every node.
 */
final class Widths {
    /** Thousandths of the size for U+0020 to U+007E: Helvetica's, whose widths most sans-serif fonts keep near to. */
    private static final int[] LATIN = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584
    };

    /** Inter and Segoe UI run a little wider than Helvetica; DejaVu Sans, which many a Linux has alone, by 15 %. */
    private static final double ROOM = 1.15;

    /** DejaVu Sans Bold is 30 % wider than Helvetica; others gain less with their weight. Medium is hardly any wider. */
    private static final double PER_WEIGHT = 0.0013;

    private Widths() {}

    static double of(String text, Lettering lettering) {
        String plain = Normalizer.isNormalized(text, Normalizer.Form.NFD)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFD);
        long thousandths = plain.codePoints().mapToLong(Widths::thousandths).sum();
        double bold = 1 + Math.max(0, lettering.weight() - 500) * PER_WEIGHT;
        return thousandths / 1000.0 * lettering.size() * bold * ROOM;
    }

    private static int thousandths(int character) {
        if (character >= 0x20 && character < 0x20 + LATIN.length) {
            return LATIN[character - 0x20];
        }
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        if (Character.isSpaceChar(character)) {
            return 278;
        }
        if (Character.isIdeographic(character) || isFullWidth(character)) {
            return 1000;
        }
        return Character.isUpperCase(character) ? 740 : 600;
    }

    /** Kana, Hangul, full-width forms, arrows, dashes as wide as the size, and what is drawn as a picture. */
    private static boolean isFullWidth(int character) {
        return character >= 0x1100 && character <= 0x11FF
                || character >= 0x2E80 && character <= 0xD7FF
                || character >= 0xFE30 && character <= 0xFFEF
                || character >= 0x2014 && character <= 0x2026
                || character >= 0x2100 && character <= 0x27BF
                || character >= 0x1F000;
    }
}
