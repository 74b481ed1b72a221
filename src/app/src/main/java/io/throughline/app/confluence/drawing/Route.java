package io.throughline.app.confluence.drawing;

import java.util.ArrayList;
import java.util.List;

/** Turns the points of a line into steps with round corners. */
final class Route {
    private Route() {}

    static List<Step> through(List<Point> points, double corner) {
        List<Step> steps = new ArrayList<>();
        Point first = points.get(0);
        steps.add(Step.move(first.x(), first.y()));
        for (int i = 1; i < points.size(); i++) {
            Point here = points.get(i);
            if (i == points.size() - 1 || corner <= 0) {
                steps.add(Step.line(here.x(), here.y()));
                continue;
            }
            Point before = points.get(i - 1);
            Point after = points.get(i + 1);
            // each of two neighbouring corners may have half of the way between them
            double radius = Math.min(corner, Math.min(before.distanceTo(here), here.distanceTo(after)) / 2);
            Point in = here.towards(before, radius);
            steps.add(Step.line(in.x(), in.y()));
            steps.add(Step.bend(here, here.towards(after, radius)));
        }
        return steps;
    }
}
