package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.map.MapLayout;
import io.throughline.app.map.MapLayout.Spot;
import io.throughline.app.map.MapStructure;
import io.throughline.app.map.MapStructure.Arrow;
import io.throughline.app.store.Json;
import io.throughline.core.scorecard.Together;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Perspective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A plan's strategy map: objectives, what helps to reach what, and where all of it is drawn. */
final class MapView {
    private final StrategyModel model;
    private final Views views;
    private final Blocks blocks;
    private final MapStructure structure;
    private final MapLayout layout;

    MapView(StrategyModel model, Views views, Blocks blocks, MapStructure structure, MapLayout layout) {
        this.model = model;
        this.views = views;
        this.blocks = blocks;
        this.structure = structure;
        this.layout = layout;
    }

    ObjectNode plan(Plan plan, Instant now) {
        ObjectNode json = Json.object();
        json.set("plan", views.plan(plan));
        json.put("at", now.toString()).put(Part.VERSION, model.version());
        blocks.addTo(json, plan.key());
        ArrayNode nodes = json.putArray("nodes");
        structure.cards().forEach(card -> nodes.add(node(card.key())));
        ArrayNode edges = json.putArray("edges");
        structure.arrows().forEach(arrow -> edges.add(edge(arrow)));
        ArrayNode loose = json.putArray("withoutEffect");
        withoutEffect().forEach(loose::add);
        addLayout(json.putObject("layout"));
        blocks.addIndexing(json);
        return json;
    }

    private ObjectNode node(String key) {
        Objective objective = model.objective(key).orElseThrow();
        ObjectNode json = Json.object().put("key", key).put("name", objective.name());
        json.put("perspective", objective.perspective().name())
                .put("state", objective.state().name());
        json.put("theme", model.themeOf(key).map(theme -> theme.key()).orElse(null));
        json.set("owner", views.person(objective.owner()));
        blocks.addTo(json, key);
        return json;
    }

    private ObjectNode edge(Arrow arrow) {
        ObjectNode json = Json.object().put("id", arrow.id());
        json.put("cause", arrow.cause()).put("effect", arrow.effect());
        return json.put(
                "together",
                Together.of(
                                blocks.outcome(arrow.cause()).health(),
                                blocks.outcome(arrow.effect()).health())
                        .name());
    }

    /** Objectives that are said to help nothing, though they are not what owners see in the end. */
    private List<String> withoutEffect() {
        Set<String> causes = structure.arrows().stream().map(Arrow::cause).collect(Collectors.toSet());
        return structure.cards().stream()
                .filter(card -> card.perspective() != Perspective.FINANCIAL && !causes.contains(card.key()))
                .map(MapStructure.Card::key)
                .toList();
    }

    private void addLayout(ObjectNode json) {
        json.put("width", pixels(layout.width())).put("height", pixels(layout.height()));
        json.putObject("card").put("width", MapLayout.CARD_WIDTH).put("height", MapLayout.CARD_HEIGHT);
        ArrayNode bands = json.putArray("bands");
        layout.bands()
                .forEach(band -> bands.addObject()
                        .put("perspective", band.perspective().name())
                        .put("y", pixels(band.y()))
                        .put("height", pixels(band.height())));
        ArrayNode cards = json.putArray("cards");
        layout.cards().forEach((key, spot) -> addSpot(cards.addObject().put("key", key), spot));
        ArrayNode arrows = json.putArray("arrows");
        layout.routes().forEach((id, route) -> {
            ArrayNode points = arrows.addObject().put("id", id).putArray("points");
            route.forEach(spot -> addSpot(points.addObject(), spot));
        });
    }

    private static void addSpot(ObjectNode json, Spot spot) {
        json.put("x", pixels(spot.x())).put("y", pixels(spot.y()));
    }

    /** Tenths of a pixel are finer than anybody sees. */
    private static BigDecimal pixels(double length) {
        return BigDecimal.valueOf(length).setScale(1, RoundingMode.HALF_UP);
    }
}
