package io.throughline.app.confluence.drawing;

import java.util.List;

/** One thing of a drawing. Lengths are pixels. */
public sealed interface Mark {
    void putOn(Surface surface);

    /** A rectangle with round corners. */
    record Box(double x, double y, double width, double height, double radius, Style style) implements Mark {
        @Override
        public void putOn(Surface surface) {
            surface.box(this);
        }
    }

    /** A circle around its centre. */
    record Circle(double x, double y, double radius, Style style) implements Mark {
        @Override
        public void putOn(Surface surface) {
            surface.circle(this);
        }
    }

    /** Lines and areas of any form. */
    record Outline(List<Step> steps, Style style) implements Mark {
        @Override
        public void putOn(Surface surface) {
            surface.outline(this);
        }
    }

    /**
     * A line of text.
     *
     * @param y of the base line
     * @param whole what the text was shortened from; empty when it is all there
     */
    record Text(double x, double y, String words, Lettering lettering, String whole) implements Mark {
        @Override
        public void putOn(Surface surface) {
            surface.text(this);
        }
    }

    /**
     * Marks that belong together.
     *
     * @param name what they are, for those who hear a drawing or point at it
     * @param url where they lead, empty for nowhere
     */
    record Group(String name, String url, List<Mark> marks) implements Mark {
        @Override
        public void putOn(Surface surface) {
            surface.group(this);
        }
    }
}
