package io.throughline.app.confluence.drawing;

/**
 * One step of an outline.
 *
 * @param control of a bend; for the other kinds the same as {@code to}
 * @param to where the step ends
 */
public record Step(Kind kind, Point control, Point to) {
    public enum Kind {
        MOVE,
        LINE,
        /** A quadratic curve. */
        BEND,
        CLOSE
    }

    public static Step move(double x, double y) {
        return straight(Kind.MOVE, new Point(x, y));
    }

    public static Step line(double x, double y) {
        return straight(Kind.LINE, new Point(x, y));
    }

    public static Step bend(Point control, Point to) {
        return new Step(Kind.BEND, control, to);
    }

    public static Step close() {
        return straight(Kind.CLOSE, new Point(0, 0));
    }

    private static Step straight(Kind kind, Point to) {
        return new Step(kind, to, to);
    }
}
