package io.throughline.app.map;

import io.throughline.app.map.MapStructure.Arrow;
import io.throughline.app.map.MapStructure.Card;
import io.throughline.core.strategy.Perspective;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which cards stand in which row. A band has as few rows as its effects above causes and the width allow; a cause and its
 * effect in one band may share a row when they stand side by side, effect left, so that the arrow between them is straight.
 */
final class Rows {
    /** Cards side by side: what a page shows without becoming small. */
    static final int MOST = 5;

    /**
     * A card, or an effect with its cause at the right.
     *
     * @param cards one or two
     */
    record Seat(List<Card> cards) {
        boolean holds(String key) {
            return cards.stream().anyMatch(card -> card.key().equals(key));
        }
    }

    /** From top to bottom; no row is empty. */
    record Row(Perspective perspective, List<Seat> seats) {
        int cards() {
            return seats.stream().mapToInt(seat -> seat.cards().size()).sum();
        }
    }

    private final MapStructure structure;
    private final Set<Long> sideways = new HashSet<>();
    private final List<Row> rows = new ArrayList<>();

    Rows(MapStructure structure) {
        this.structure = structure;
        for (Perspective perspective : Perspective.values()) {
            addBand(perspective);
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** Whether an arrow runs sideways between two cards of one seat. */
    boolean isSideways(Arrow arrow) {
        return sideways.contains(arrow.id());
    }

    private void addBand(Perspective perspective) {
        Map<String, Card> cards = new LinkedHashMap<>();
        structure.cards().stream()
                .filter(card -> card.perspective() == perspective)
                .forEach(card -> cards.put(card.key(), card));
        List<Arrow> inside = structure.arrows().stream()
                .filter(arrow -> cards.containsKey(arrow.cause()) && cards.containsKey(arrow.effect()))
                .toList();
        Map<String, Seat> seats = seats(cards, inside);
        List<Row> band = new ArrayList<>();
        Map<Seat, Integer> rowOf = new HashMap<>();
        for (Seat seat : effectsFirst(seats, inside)) {
            int above = -1;
            for (Arrow arrow : inside) {
                if (seat.holds(arrow.cause()) && rowOf.containsKey(seats.get(arrow.effect()))) {
                    above = Math.max(above, rowOf.get(seats.get(arrow.effect())));
                }
            }
            int row = above + 1;
            while (row < band.size() && band.get(row).cards() + seat.cards().size() > MOST) {
                row++;
            }
            if (row == band.size()) {
                band.add(new Row(perspective, new ArrayList<>()));
            }
            band.get(row).seats().add(seat);
            rowOf.put(seat, row);
        }
        rows.addAll(band);
    }

    /** Seats by card: pairs for arrows whose two cards have no other arrow inside the band, so that none is in the way. */
    private Map<String, Seat> seats(Map<String, Card> cards, List<Arrow> inside) {
        Map<String, Seat> seats = new LinkedHashMap<>();
        for (Arrow arrow : inside) {
            boolean alone = inside.stream()
                    .filter(other -> other.id() != arrow.id())
                    .noneMatch(other -> touches(other, arrow.cause()) || touches(other, arrow.effect()));
            if (alone && !arrow.cause().equals(arrow.effect())) {
                Seat pair = new Seat(List.of(cards.get(arrow.effect()), cards.get(arrow.cause())));
                pair.cards().forEach(card -> seats.put(card.key(), pair));
                sideways.add(arrow.id());
            }
        }
        cards.values().forEach(card -> seats.computeIfAbsent(card.key(), key -> new Seat(List.of(card))));
        return seats;
    }

    private static boolean touches(Arrow arrow, String key) {
        return arrow.cause().equals(key) || arrow.effect().equals(key);
    }

    /** Each seat after those of its effects; where arrows run in a circle, the order of the plan decides. */
    private static List<Seat> effectsFirst(Map<String, Seat> seats, List<Arrow> inside) {
        Set<Seat> ordered = new LinkedHashSet<>();
        Set<Seat> entered = new HashSet<>();
        for (Seat start : new LinkedHashSet<>(seats.values())) {
            Deque<Seat> path = new ArrayDeque<>(List.of(start));
            while (!path.isEmpty()) {
                Seat seat = path.peek();
                entered.add(seat);
                Seat next = inside.stream()
                        .filter(arrow -> seat.holds(arrow.cause()))
                        .map(arrow -> seats.get(arrow.effect()))
                        .filter(effect -> !entered.contains(effect))
                        .findFirst()
                        .orElse(null);
                if (next == null) {
                    ordered.add(path.pop());
                } else {
                    path.push(next);
                }
            }
        }
        return List.copyOf(ordered);
    }
}
