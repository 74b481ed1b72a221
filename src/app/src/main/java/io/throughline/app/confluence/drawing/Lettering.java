package io.throughline.app.confluence.drawing;

/**
 * How a text is set.
 *
 * @param size in pixels
 * @param weight 400, 500 or 600
 * @param anchor what of the text stands at its place
 */
public record Lettering(double size, int weight, Ink ink, Anchor anchor) {
    public enum Anchor {
        /** The left end, also of right-to-left text: where a text stands is decided by the drawing, not by its script. */
        LEFT,
        MIDDLE,
        RIGHT
    }

    public static Lettering of(double size, int weight, Ink ink) {
        return new Lettering(size, weight, ink, Anchor.LEFT);
    }

    public Lettering anchored(Anchor other) {
        return new Lettering(size, weight, ink, other);
    }

    /** Width of a text in pixels, rather a little too wide than too narrow. */
    public double width(String text) {
        return Widths.of(text, this);
    }
}
