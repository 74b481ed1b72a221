package io.throughline.app.confluence.drawing;

/** A place in pixels from the upper left corner. */
public record Point(double x, double y) {
    double distanceTo(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /** The point that lies {@code length} pixels from here on the way to another. */
    Point towards(Point other, double length) {
        double distance = distanceTo(other);
        return distance == 0
                ? this
                : new Point(x + (other.x - x) * length / distance, y + (other.y - y) * length / distance);
    }
}
