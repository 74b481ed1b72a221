package io.throughline.app.map;

import io.throughline.core.strategy.Perspective;
import java.util.List;
import java.util.Map;

/**
 * A map laid out, in pixels from the upper left corner.
 *
 * @param cards upper left corner of each, by key of the objective; all are {@link #CARD_WIDTH} by {@link #CARD_HEIGHT}
 * @param routes of each arrow by id, from the cause to the effect; every piece is straight up, down or sideways
 * @param bands all perspectives, from top to bottom, without gaps
 */
public record MapLayout(
        double width, double height, Map<String, Spot> cards, Map<Long, List<Spot>> routes, List<Band> bands) {
    public static final double CARD_WIDTH = 206;
    public static final double CARD_HEIGHT = 136;

    /** A place. */
    public record Spot(double x, double y) {}

    /** The ground of a perspective. */
    public record Band(Perspective perspective, double y, double height) {}
}
