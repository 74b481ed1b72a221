package io.throughline.app.confluence.drawing;

import org.jspecify.annotations.Nullable;

/**
 * How a shape is filled and outlined.
 *
 * @param fill null for none
 * @param stroke null for none
 * @param width of the stroke in pixels
 */
public record Style(@Nullable Ink fill, @Nullable Ink stroke, double width, Dash dash) {
    /** Line styles: what a line means must be seen without its colour. */
    public enum Dash {
        SOLID,
        DASHED(5, 3.5),
        DOTTED(1.6, 3.2);

        private final double[] pattern;

        Dash(double... pattern) {
            this.pattern = pattern;
        }

        /** Lengths of line and gap in pixels, empty for none. */
        double[] pattern() {
            return pattern.clone();
        }
    }

    public static Style filled(Ink fill) {
        return new Style(fill, null, 0, Dash.SOLID);
    }

    public static Style stroked(Ink stroke, double width) {
        return new Style(null, stroke, width, Dash.SOLID);
    }

    public Style outlined(Ink outline, double outlineWidth) {
        return new Style(fill, outline, outlineWidth, dash);
    }

    public Style dashed(Dash other) {
        return new Style(fill, stroke, width, other);
    }
}
