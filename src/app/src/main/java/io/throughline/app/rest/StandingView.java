package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.store.Json;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.StrategyModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a plan stands at one moment: its own blocks, and the signal of each objective that takes part. */
final class StandingView {
    private final StrategyModel model;
    private final String plan;
    private final Blocks blocks;
    /** In the order of the plan; null where the signal is not known. */
    private final Map<String, @Nullable ObjectNode> signals = new LinkedHashMap<>();

    StandingView(StrategyModel model, String plan, Blocks blocks) {
        this.model = model;
        this.plan = plan;
        this.blocks = blocks;
        for (Objective each : model.objectivesIn(plan)) {
            if (each.state().takesPart()) {
                ObjectNode node = Json.object();
                blocks.addTo(node, each.key());
                signals.put(each.key(), node.path("signal") instanceof ObjectNode known ? known : null);
            }
        }
    }

    /** Adds the plan's blocks and how many objectives have which signal. */
    void addTo(ObjectNode json) {
        blocks.addTo(json, plan);
        json.put("objectives", signals.size());
        Map<String, Integer> counts = new TreeMap<>();
        signals.values().stream()
                .filter(Objects::nonNull)
                .forEach(each -> counts.merge(each.get("kind").textValue(), 1, Integer::sum));
        ObjectNode into = json.putObject("signals");
        counts.forEach(into::put);
    }

    /** Whether the signals can be compared: while none is known there is nothing that might have changed. */
    private boolean isKnown() {
        return signals.isEmpty() || signals.values().stream().anyMatch(Objects::nonNull);
    }

    /** Adds the objectives whose signal is another one than it was, those that came and those that are gone. */
    void addChangedSince(StandingView before, ObjectNode json, Views views) {
        if (!isKnown() || !before.isKnown()) {
            json.putNull("changed");
            return;
        }
        ArrayNode changed = json.putArray("changed");
        signals.forEach((key, is) -> {
            ObjectNode was = before.signals.get(key);
            if (is != null && !kind(is).equals(kind(was))) {
                changed.add(change(model, key, was, is, views));
            }
        });
        before.signals.forEach((key, was) -> {
            if (was != null && !signals.containsKey(key)) {
                changed.add(change(before.model, key, was, null, views));
            }
        });
    }

    private static String kind(@Nullable ObjectNode signal) {
        return signal == null ? "" : signal.get("kind").textValue();
    }

    private static ObjectNode change(
            StrategyModel model, String key, @Nullable ObjectNode was, @Nullable ObjectNode is, Views views) {
        Objective objective = model.objective(key).orElseThrow();
        ObjectNode json = CardView.named(key, objective.name());
        json.set("owner", views.person(objective.owner()));
        return json.<ObjectNode>set("was", was).set("is", is);
    }
}
