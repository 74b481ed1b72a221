package io.throughline.app.confluence.drawing;

import java.util.List;
import java.util.OptionalDouble;

/** The product's signs, drawn: health shapes, signal glyphs, the two bars. The style sheet draws the same in HTML. */
public final class Symbols {
    public static final double BAR = 6;
    private static final double TICK_HEIGHT = 14;
    private static final double GLYPH_HEIGHT = 12;
    private static final double HALF_WIDTH = 5;

    private Symbols() {}

    /** Disc, triangle, diamond, dashed ring or disc with tick, 10 px, around a centre. */
    public static void health(Canvas canvas, double x, double y, Health health) {
        Style filled = Style.filled(health.mark());
        switch (health) {
            case GOOD -> canvas.circle(x, y, 5, filled);
            case WARN ->
                canvas.polygon(
                        List.of(new Point(x, y - 4.8), new Point(x + 5, y + 4.4), new Point(x - 5, y + 4.4)), filled);
            case BAD ->
                canvas.polygon(
                        List.of(
                                new Point(x, y - 5.2),
                                new Point(x + 5.2, y),
                                new Point(x, y + 5.2),
                                new Point(x - 5.2, y)),
                        filled);
            case NONE -> canvas.circle(x, y, 4.2, new Style(null, health.mark(), 1.5, Style.Dash.DOTTED));
            case DONE -> {
                canvas.circle(x, y, 5, filled);
                canvas.polyline(
                        List.of(new Point(x - 2.4, y), new Point(x - 0.6, y + 2), new Point(x + 2.6, y - 2)),
                        0,
                        Style.stroked(Ink.GROUND, 1.4));
            }
        }
    }

    /** The two bars of a signal, 12 by 12 px, by their upper left corner. */
    public static void glyph(Canvas canvas, double x, double y, Sign sign) {
        half(canvas, x, y, sign.delivery(), sign.text());
        half(canvas, x + HALF_WIDTH + 2, y, sign.outcome(), sign.text());
    }

    private static void half(Canvas canvas, double x, double y, Sign.Half half, Ink ink) {
        switch (half) {
            case TALL -> canvas.box(x, y, HALF_WIDTH, GLYPH_HEIGHT, 1, Style.filled(ink));
            case STUB -> {
                canvas.box(x + 0.4, y + 0.4, HALF_WIDTH - 0.8, GLYPH_HEIGHT - 0.8, 1, Style.stroked(ink, 0.7));
                canvas.box(x, y + 8, HALF_WIDTH, 4, 1, Style.filled(ink));
            }
            case DASHED ->
                canvas.box(
                        x + 0.5,
                        y + 0.5,
                        HALF_WIDTH - 1,
                        GLYPH_HEIGHT - 1,
                        1,
                        new Style(null, ink, 1, Style.Dash.DOTTED));
        }
    }

    /**
     * Outcome: round ends, colour of its health, length = attainment clamped to 0..1.
     *
     * @param y upper edge of the bar, which is {@link #BAR} px high
     * @param attainment empty for no data: a dashed line without track, never a bar at 0
     */
    public static void outcomeBar(
            Canvas canvas,
            double x,
            double y,
            double width,
            Health health,
            OptionalDouble attainment,
            OptionalDouble expected) {
        if (attainment.isEmpty()) {
            noData(canvas, x, y, width);
            return;
        }
        canvas.box(x, y, width, BAR, BAR / 2, Style.filled(Ink.TRACK));
        double length = width * clamped(attainment.getAsDouble());
        if (length > 0) {
            canvas.box(x, y, length, BAR, Math.min(BAR, length) / 2, Style.filled(health.mark()));
        }
        tick(canvas, x, y, width, expected);
    }

    /**
     * Delivery: square ends, blue whatever its health; solid is done, striped in progress, the rest to do.
     *
     * @param done ratio; empty for no work
     * @param started ratio of what is in progress, drawn behind what is done
     */
    public static void deliveryBar(
            Canvas canvas,
            double x,
            double y,
            double width,
            OptionalDouble done,
            double started,
            OptionalDouble expected) {
        if (done.isEmpty()) {
            noData(canvas, x, y, width);
            return;
        }
        canvas.box(x, y, width, BAR, 0, Style.filled(Ink.TRACK));
        double solid = width * clamped(done.getAsDouble());
        double striped = Math.min(width * clamped(started), width - solid);
        if (striped > 0) {
            canvas.striped(x + solid, y, striped, BAR);
        }
        if (solid > 0) {
            canvas.box(x, y, solid, BAR, 0, Style.filled(Ink.WORK));
        }
        tick(canvas, x, y, width, expected);
    }

    private static void noData(Canvas canvas, double x, double y, double width) {
        double middle = y + BAR / 2;
        canvas.line(x, middle, x + width, middle, Style.stroked(Ink.NONE, 1.5).dashed(Style.Dash.DASHED));
    }

    /** What was expected by now; it stands out from the bar, which it may not hide in. */
    private static void tick(Canvas canvas, double x, double y, double width, OptionalDouble expected) {
        if (expected.isPresent()) {
            double middle = x + width * clamped(expected.getAsDouble());
            double top = y + BAR / 2 - TICK_HEIGHT / 2;
            canvas.box(middle - 2, top, 4, TICK_HEIGHT, 0, Style.filled(Ink.GROUND));
            canvas.box(middle - 1, top, 2, TICK_HEIGHT, 0, Style.filled(Ink.TICK));
        }
    }

    private static double clamped(double ratio) {
        return Math.max(0, Math.min(1, ratio));
    }
}
