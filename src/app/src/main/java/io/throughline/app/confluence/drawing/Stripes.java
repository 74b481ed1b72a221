package io.throughline.app.confluence.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * Stripes at 45° inside a rectangle, as areas. A pattern would be less to write, but needs an id that is unique in the
 * page, and means another thing to each engine.
 */
final class Stripes {
    private static final double STEP = 5;
    private static final double WIDE = 2.5;

    private Stripes() {}

    static List<Step> in(double x, double y, double width, double height) {
        List<Step> steps = new ArrayList<>();
        // a stripe is what lies between the diagonals u + v = from and u + v = from + WIDE, in the rectangle's own u
        // and v
        for (double from = 0; from < width + height; from += STEP) {
            add(steps, x, y, corners(width, height, from, Math.min(from + WIDE, width + height)));
        }
        return steps;
    }

    private static List<Point> corners(double width, double height, double from, double to) {
        List<Point> corners = new ArrayList<>();
        corners.add(new Point(Math.max(0, from - height), Math.min(height, from)));
        if (from < height && to > height) {
            corners.add(new Point(0, height));
        }
        corners.add(new Point(Math.max(0, to - height), Math.min(height, to)));
        corners.add(new Point(Math.min(width, to), Math.max(0, to - width)));
        if (from < width && to > width) {
            corners.add(new Point(width, 0));
        }
        corners.add(new Point(Math.min(width, from), Math.max(0, from - width)));
        return corners;
    }

    private static void add(List<Step> steps, double x, double y, List<Point> corners) {
        for (int i = 0; i < corners.size(); i++) {
            Point corner = corners.get(i);
            steps.add(i == 0 ? Step.move(x + corner.x(), y + corner.y()) : Step.line(x + corner.x(), y + corner.y()));
        }
        steps.add(Step.close());
    }
}
