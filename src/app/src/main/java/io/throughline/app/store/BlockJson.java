package io.throughline.app.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.delivery.DeliveryHealth;
import io.throughline.core.delivery.Forecast;
import io.throughline.core.delivery.ForecastGap;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.measures.OutcomeHealth;
import io.throughline.core.scorecard.KeptBlocks;
import io.throughline.core.scorecard.Signal;
import io.throughline.core.scorecard.SignalKind;
import io.throughline.core.scorecard.SignalReason;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The blocks of a node as they are kept, to be read back as they were: without rounding, without words. */
public final class BlockJson {
    private BlockJson() {}

    static ObjectNode write(Kept kept) {
        ObjectNode json = Json.object().put("objective", kept.objective());
        json.put("day", kept.day().toString());
        json.set("delivery", write(kept.blocks().delivery()));
        json.set("outcome", write(kept.blocks().outcome()));
        json.set("signal", write(kept.blocks().signal()));
        return json.put("version", kept.version());
    }

    static Kept kept(JsonNode json) {
        KeptBlocks blocks = new KeptBlocks(
                delivery(json.get("delivery")), outcome(json.get("outcome")), signal(json.get("signal")));
        return new Kept(
                json.get("objective").textValue(),
                LocalDate.parse(json.get("day").textValue()),
                blocks,
                json.get("version").longValue());
    }

    public static ObjectNode write(DeliveryBlock block) {
        ObjectNode json = Json.object();
        json.set("total", Json.number(block.total()));
        json.set("done", Json.number(block.done()));
        json.set("inProgress", Json.number(block.inProgress()));
        json.set("progress", Json.number(block.progress()));
        json.set("expected", Json.number(block.expected()));
        json.set("schedule", Json.number(block.schedule()));
        json.put("health", block.health().name()).put("items", block.items());
        return json.put("unsized", block.unsized()).put("excluded", block.excluded());
    }

    public static DeliveryBlock delivery(JsonNode json) {
        return new DeliveryBlock(
                json.get("total").doubleValue(),
                json.get("done").doubleValue(),
                json.get("inProgress").doubleValue(),
                StrategyJson.number(json, "progress"),
                StrategyJson.number(json, "expected"),
                StrategyJson.number(json, "schedule"),
                DeliveryHealth.valueOf(json.get("health").textValue()),
                json.get("items").intValue(),
                json.get("unsized").intValue(),
                json.get("excluded").intValue());
    }

    public static ObjectNode write(Forecast forecast) {
        ForecastGap gap = forecast.gap();
        return gap == null
                ? Json.object()
                        .put("p50", Objects.toString(forecast.p50()))
                        .put("p85", Objects.toString(forecast.p85()))
                : Json.object().put("gap", gap.name());
    }

    public static Forecast forecast(JsonNode json) {
        String gap = StrategyJson.text(json, "gap");
        return gap == null
                ? new Forecast(StrategyJson.date(json, "p50"), StrategyJson.date(json, "p85"), null)
                : Forecast.none(ForecastGap.valueOf(gap));
    }

    static ObjectNode write(OutcomeBlock block) {
        ObjectNode json = Json.object();
        json.set("attainment", Json.number(block.attainment()));
        json.set("expected", Json.number(block.expected()));
        json.set("pace", Json.number(block.pace()));
        json.put("health", block.health().name()).set("coverage", Json.number(block.coverage()));
        return json.put("unattested", block.unattested()).put("stale", block.stale());
    }

    static OutcomeBlock outcome(JsonNode json) {
        return new OutcomeBlock(
                StrategyJson.number(json, "attainment"),
                StrategyJson.number(json, "expected"),
                StrategyJson.number(json, "pace"),
                OutcomeHealth.valueOf(json.get("health").textValue()),
                json.get("coverage").doubleValue(),
                json.get("unattested").intValue(),
                json.get("stale").intValue());
    }

    private static ObjectNode write(Signal signal) {
        ObjectNode json = Json.object().put("kind", signal.kind().name());
        ObjectNode facts = json.put("reason", signal.reason().name()).putObject("facts");
        new TreeMap<>(signal.facts()).forEach((name, value) -> facts.set(name, Json.number(value)));
        return json;
    }

    private static Signal signal(JsonNode json) {
        Map<String, Double> facts = new TreeMap<>();
        json.path("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().doubleValue()));
        return new Signal(
                SignalKind.valueOf(json.get("kind").textValue()),
                SignalReason.valueOf(json.get("reason").textValue()),
                facts);
    }
}
