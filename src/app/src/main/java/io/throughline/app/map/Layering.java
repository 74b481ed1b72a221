package io.throughline.app.map;

import io.throughline.app.map.MapLayout.Spot;
import io.throughline.app.map.MapStructure.Arrow;
import io.throughline.app.map.Rows.Seat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.eclipse.elk.alg.layered.ElkLayered;
import org.eclipse.elk.alg.layered.graph.LEdge;
import org.eclipse.elk.alg.layered.graph.LGraph;
import org.eclipse.elk.alg.layered.graph.LNode;
import org.eclipse.elk.alg.layered.graph.LPort;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;

/**
 * One layout: rows as {@link Rows} has them, the order in them, the places and the routes by the layout library.
 *
 * <p>Arrows leave at the upper edge of a card and arrive at the lower edge of another one. Where the ports stand along the
 * edges follows from where the arrows go, which is known after a first layout: the second one has them in that order.
 */
final class Layering {
    private static final double CARD_WIDTH = MapLayout.CARD_WIDTH;
    private static final double CARD_HEIGHT = MapLayout.CARD_HEIGHT;

    /** Between two cards of one seat: room for the arrow. */
    private static final double BESIDE = 34;

    /** Between neighbouring ports, if the edge is long enough. */
    private static final double PORTS_APART = 26;

    /** Above this, straight columns make a map too wide to be read, and take seconds to find. */
    private static final int MOST_STRAIGHT = 30;

    /** What a page can show without letters becoming too small. */
    private static final double WIDEST = 1400;

    private final MapStructure structure;
    private final Rows rows;
    private final List<Arrow> routed;

    Layering(MapStructure structure) {
        this.structure = structure;
        this.rows = new Rows(structure);
        this.routed = structure.arrows().stream()
                .filter(arrow -> !rows.isSideways(arrow) && !arrow.cause().equals(arrow.effect()))
                .toList();
    }

    MapLayout layout() {
        if (structure.cards().isEmpty()) {
            return new Banding(rows, Map.of(), Map.of()).layout();
        }
        if (structure.cards().size() <= MOST_STRAIGHT) {
            MapLayout straight = layout(true);
            if (straight.width() <= WIDEST) {
                return straight;
            }
        }
        return layout(false);
    }

    private MapLayout layout(boolean straight) {
        // first all ports in the middle of their cards, then in the order of where their arrows go
        Round first = new Round(straight, Map.of(), Map.of());
        Round second = new Round(
                straight,
                first.ports(Arrow::cause, arrow -> first.middle(arrow.effect())),
                first.ports(Arrow::effect, arrow -> first.middle(arrow.cause())));
        return new Banding(rows, second.cards(), second.routes()).layout();
    }

    /** One run of the library. */
    private final class Round {
        private final LGraph graph;
        private final Map<String, LNode> nodes = new HashMap<>();
        private final Map<Seat, LNode> seats = new LinkedHashMap<>();
        private final Map<Long, LEdge> edges = new LinkedHashMap<>();

        /** @param leaving along the upper edge of the cause by arrow, the middle if absent; arriving likewise below */
        Round(boolean straight, Map<Long, Double> leaving, Map<Long, Double> arriving) {
            graph = ElkOptions.graph(straight);
            for (int i = 0; i < rows.rows().size(); i++) {
                for (Seat seat : rows.rows().get(i).seats()) {
                    addSeat(seat, i);
                }
            }
            for (Arrow arrow : routed) {
                addEdge(arrow, leaving, arriving);
            }
            new ElkLayered().doLayout(graph, new BasicProgressMonitor());
        }

        private void addSeat(Seat seat, int row) {
            LNode node = ElkOptions.node(graph);
            node.getSize().x = width(seat);
            node.getSize().y = CARD_HEIGHT;
            // the library takes the rows from where nodes stand before
            node.getPosition().x = graph.getLayerlessNodes().size();
            node.getPosition().y = row * 2 * CARD_HEIGHT;
            graph.getLayerlessNodes().add(node);
            seats.put(seat, node);
            seat.cards().forEach(card -> nodes.put(card.key(), node));
        }

        private void addEdge(Arrow arrow, Map<Long, Double> leaving, Map<Long, Double> arriving) {
            boolean upwards = row(arrow.cause()) > row(arrow.effect());
            LEdge edge = new LEdge();
            edge.setSource(port(arrow.cause(), leaving.get(arrow.id()), upwards ? PortSide.NORTH : PortSide.SOUTH));
            edge.setTarget(port(arrow.effect(), arriving.get(arrow.id()), upwards ? PortSide.SOUTH : PortSide.NORTH));
            edges.put(arrow.id(), edge);
        }

        private LPort port(String card, Double along, PortSide side) {
            LPort port = new LPort();
            port.setNode(nodes.get(card));
            port.setSide(side);
            port.getPosition().x = offset(card) + (along == null ? CARD_WIDTH / 2 : along);
            port.getPosition().y = side == PortSide.NORTH ? 0 : CARD_HEIGHT;
            return port;
        }

        /** Places along the edge of a card for its arrows, in the order of where they go. */
        Map<Long, Double> ports(Function<Arrow, String> end, ToDoubleFunction<Arrow> towards) {
            Map<String, List<Arrow>> byCardAndSide = new LinkedHashMap<>();
            for (Arrow arrow : routed) {
                boolean upwards = row(arrow.cause()) > row(arrow.effect());
                byCardAndSide
                        .computeIfAbsent(end.apply(arrow) + upwards, key -> new ArrayList<>())
                        .add(arrow);
            }
            Map<Long, Double> places = new HashMap<>();
            for (List<Arrow> arrows : byCardAndSide.values()) {
                arrows.sort(Comparator.comparingDouble(towards));
                double apart = Math.min(PORTS_APART, CARD_WIDTH / (arrows.size() + 1));
                for (int i = 0; i < arrows.size(); i++) {
                    places.put(arrows.get(i).id(), CARD_WIDTH / 2 + (i - (arrows.size() - 1) / 2.0) * apart);
                }
            }
            return places;
        }

        double middle(String card) {
            return spot(card).x() + CARD_WIDTH / 2;
        }

        private Spot spot(String card) {
            KVector at = nodes.get(card).getPosition();
            return new Spot(at.x + offset(card), at.y);
        }

        Map<String, Spot> cards() {
            Map<String, Spot> spots = new LinkedHashMap<>();
            structure.cards().forEach(card -> spots.put(card.key(), spot(card.key())));
            return spots;
        }

        Map<Long, List<Spot>> routes() {
            Map<Long, List<Spot>> routes = new LinkedHashMap<>();
            for (Arrow arrow : structure.arrows()) {
                if (rows.isSideways(arrow)) {
                    routes.put(arrow.id(), List.of(beside(arrow.cause(), 0), beside(arrow.effect(), CARD_WIDTH)));
                } else if (edges.containsKey(arrow.id())) {
                    routes.put(arrow.id(), route(edges.get(arrow.id())));
                }
            }
            return routes;
        }

        private Spot beside(String card, double x) {
            return new Spot(spot(card).x() + x, spot(card).y() + CARD_HEIGHT / 2);
        }

        private static List<Spot> route(LEdge edge) {
            List<Spot> route = new ArrayList<>();
            KVector from = edge.getSource().getAbsoluteAnchor();
            KVector to = edge.getTarget().getAbsoluteAnchor();
            route.add(new Spot(from.x, from.y));
            edge.getBendPoints().forEach(bend -> route.add(new Spot(bend.x, bend.y)));
            route.add(new Spot(to.x, to.y));
            return route;
        }
    }

    private int row(String card) {
        for (int i = 0; i < rows.rows().size(); i++) {
            if (rows.rows().get(i).seats().stream().anyMatch(seat -> seat.holds(card))) {
                return i;
            }
        }
        throw new IllegalArgumentException("no row for " + card);
    }

    /** How far a card stands from the left edge of its seat. */
    private double offset(String card) {
        for (Rows.Row row : rows.rows()) {
            for (Seat seat : row.seats()) {
                for (int i = 0; i < seat.cards().size(); i++) {
                    if (seat.cards().get(i).key().equals(card)) {
                        return i * (CARD_WIDTH + BESIDE);
                    }
                }
            }
        }
        throw new IllegalArgumentException("no seat for " + card);
    }

    private static double width(Seat seat) {
        return seat.cards().size() * (CARD_WIDTH + BESIDE) - BESIDE;
    }
}
