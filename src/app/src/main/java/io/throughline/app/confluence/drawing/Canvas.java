package io.throughline.app.confluence.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Where a drawing is made: marks are added from the back to the front. Not thread-safe; the drawing is immutable. */
public final class Canvas {
    private static final double HEAD_LENGTH = 8;
    private static final double HEAD_WIDTH = 7;

    private final List<Mark> marks = new ArrayList<>();

    public Canvas box(double x, double y, double width, double height, double radius, Style style) {
        marks.add(new Mark.Box(x, y, width, height, radius, style));
        return this;
    }

    /** A rectangle of 45° stripes: work in progress. */
    public Canvas striped(double x, double y, double width, double height) {
        box(x, y, width, height, 0, Style.filled(Ink.STRIPE_GROUND));
        List<Step> stripes = Stripes.in(x, y, width, height);
        return stripes.isEmpty() ? this : outline(stripes, Style.filled(Ink.STRIPE));
    }

    public Canvas circle(double x, double y, double radius, Style style) {
        marks.add(new Mark.Circle(x, y, radius, style));
        return this;
    }

    public Canvas outline(List<Step> steps, Style style) {
        marks.add(new Mark.Outline(List.copyOf(steps), style));
        return this;
    }

    public Canvas line(double x1, double y1, double x2, double y2, Style style) {
        return outline(List.of(Step.move(x1, y1), Step.line(x2, y2)), style);
    }

    /** An area with straight edges. */
    public Canvas polygon(List<Point> points, Style style) {
        List<Step> steps = new ArrayList<>(Route.through(points, 0));
        steps.add(Step.close());
        return outline(steps, style);
    }

    /** @param corner radius of the corners; smaller where two of them would meet */
    public Canvas polyline(List<Point> points, double corner, Style style) {
        return points.size() < 2 ? this : outline(Route.through(points, corner), style);
    }

    /** A polyline with a head at its last point. */
    public Canvas arrow(List<Point> points, double corner, Style style) {
        if (points.size() < 2 || style.stroke() == null) {
            return this;
        }
        Point tip = points.get(points.size() - 1);
        Point before = points.get(points.size() - 2);
        Point base = tip.towards(before, Math.min(HEAD_LENGTH, tip.distanceTo(before)));
        List<Point> shaft = new ArrayList<>(points);
        shaft.set(shaft.size() - 1, base);
        polyline(shaft, corner, style);
        double length = Math.max(base.distanceTo(tip), 0.001);
        double acrossX = -(tip.y() - base.y()) / length * HEAD_WIDTH / 2;
        double acrossY = (tip.x() - base.x()) / length * HEAD_WIDTH / 2;
        return polygon(
                List.of(
                        tip,
                        new Point(base.x() + acrossX, base.y() + acrossY),
                        new Point(base.x() - acrossX, base.y() - acrossY)),
                Style.filled(style.stroke()));
    }

    public Canvas text(double x, double y, String words, Lettering lettering) {
        return text(x, y, words, lettering, "");
    }

    private Canvas text(double x, double y, String words, Lettering lettering, String whole) {
        if (!words.isBlank()) {
            marks.add(new Mark.Text(x, y, words, lettering, whole));
        }
        return this;
    }

    /**
     * A text of at most so many lines; what does not fit is left out, and the whole text becomes its title.
     *
     * @param y of the first base line
     */
    public Canvas fitted(
            double x, double y, String words, Lettering lettering, double width, int most, double leading) {
        Fitted fitted = Fitted.of(words, lettering, width, most);
        for (int i = 0; i < fitted.lines().size(); i++) {
            text(x, y + i * leading, fitted.lines().get(i), lettering, fitted.shortened() ? words : "");
        }
        return this;
    }

    /** Marks that belong together, with a name. */
    public Canvas group(String name, Consumer<Canvas> inside) {
        return group(name, "", inside);
    }

    /** Marks that lead somewhere; {@code name} is what the link is called. */
    public Canvas link(String url, String name, Consumer<Canvas> inside) {
        return group(name, url, inside);
    }

    private Canvas group(String name, String url, Consumer<Canvas> inside) {
        Canvas own = new Canvas();
        inside.accept(own);
        marks.add(new Mark.Group(name, url, List.copyOf(own.marks)));
        return this;
    }

    public Drawing drawing(double width, double height, String title, String description) {
        return new Drawing(width, height, title, description, List.copyOf(marks));
    }
}
