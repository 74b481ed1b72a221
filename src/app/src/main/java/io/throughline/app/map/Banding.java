package io.throughline.app.map;

import io.throughline.app.map.MapLayout.Band;
import io.throughline.app.map.MapLayout.Spot;
import io.throughline.core.strategy.Perspective;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Puts the bands behind the rows. The border between two bands runs in the middle of the gutter between their rows; a
 * perspective without a card gets a low band of its own, for which everything below moves down.
 */
final class Banding {
    private static final double EDGE = 24;
    private static final double EMPTY_BAND = 64;
    private static final double CARD_HEIGHT = MapLayout.CARD_HEIGHT;

    private final Rows rows;
    private final Map<String, Spot> cards;
    private final Map<Long, List<Spot>> routes;
    private final double left;
    private final double top;
    private final List<Double> cuts = new ArrayList<>();

    Banding(Rows rows, Map<String, Spot> cards, Map<Long, List<Spot>> routes) {
        this.rows = rows;
        this.cards = cards;
        this.routes = routes;
        this.left = all().mapToDouble(Spot::x).min().orElse(0) - EDGE;
        this.top = all().mapToDouble(Spot::y).min().orElse(0) - EDGE;
    }

    private Stream<Spot> all() {
        return Stream.concat(cards.values().stream(), routes.values().stream().flatMap(List::stream));
    }

    MapLayout layout() {
        double bottom = Stream.concat(
                        cards.values().stream().map(spot -> spot.y() + CARD_HEIGHT),
                        routes.values().stream().flatMap(List::stream).map(Spot::y))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(top + EDGE);
        double right = Stream.concat(
                        cards.values().stream().map(spot -> spot.x() + MapLayout.CARD_WIDTH),
                        routes.values().stream().flatMap(List::stream).map(Spot::x))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(left + EDGE);
        List<Band> bands = bands(bottom + EDGE);
        Map<String, Spot> placed = new LinkedHashMap<>();
        cards.forEach((key, spot) -> placed.put(key, moved(spot)));
        Map<Long, List<Spot>> drawn = new LinkedHashMap<>();
        routes.forEach(
                (id, route) -> drawn.put(id, route.stream().map(this::moved).toList()));
        Band last = bands.get(bands.size() - 1);
        return new MapLayout(right + EDGE - left, last.y() + last.height(), placed, drawn, bands);
    }

    /** From the library's place to the final one: empty bands above it push it down. */
    private Spot moved(Spot spot) {
        long above = cuts.stream().filter(cut -> spot.y() > cut).count();
        return new Spot(spot.x() - left, spot.y() - top + above * EMPTY_BAND);
    }

    private List<Band> bands(double end) {
        List<Band> bands = new ArrayList<>();
        double from = top;
        for (Perspective perspective : Perspective.values()) {
            double start = bands.stream().mapToDouble(Band::height).sum();
            if (isEmpty(perspective)) {
                cuts.add(from);
                bands.add(new Band(perspective, start, EMPTY_BAND));
                continue;
            }
            double to = border(perspective, end);
            bands.add(new Band(perspective, start, to - from));
            from = to;
        }
        return bands;
    }

    private boolean isEmpty(Perspective perspective) {
        return rows.rows().stream().noneMatch(row -> row.perspective() == perspective);
    }

    /** Where a perspective ends: halfway between its lowest card and the highest one of those below it. */
    private double border(Perspective perspective, double end) {
        double lowest = yOf(perspective, false).max().orElseThrow() + CARD_HEIGHT;
        return yOf(perspective, true).min().stream()
                .map(next -> (lowest + next) / 2)
                .findFirst()
                .orElse(end);
    }

    private DoubleStream yOf(Perspective perspective, boolean below) {
        return rows.rows().stream()
                .filter(row -> below ? row.perspective().compareTo(perspective) > 0 : row.perspective() == perspective)
                .flatMap(row -> row.seats().stream())
                .flatMap(seat -> seat.cards().stream())
                .mapToDouble(card -> cards.get(card.key()).y());
    }
}
