package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.live.IndexHealth;
import io.throughline.app.live.PlanReading;
import io.throughline.app.store.Json;
import io.throughline.app.web.Language;
import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import java.util.List;

/**
 * The three blocks of every node: outcome, delivery, signal.
 *
 * <p>Outcomes of KPIs are not computed yet. Where there is no KPI, the outcome is known to be unknown and the signal to
 * be BLIND; where there is one, both are null rather than wrong.
 */
final class Blocks {
    private final StrategyModel model;
    private final PlanReading reading;
    private final Language language;

    Blocks(StrategyModel model, PlanReading reading, Language language) {
        this.model = model;
        this.reading = reading;
        this.language = language;
    }

    /** Adds the blocks of a plan, theme or objective. */
    void addTo(ObjectNode node, String key) {
        boolean measured = isMeasured(key);
        node.set("outcome", measured ? null : noData());
        node.set("delivery", reading.health().ready() ? delivery(key) : null);
        node.set("signal", measured || !reading.health().ready() ? null : blind());
    }

    /** Adds how far the work of a link is. */
    void addTo(ObjectNode node, long link) {
        boolean ready = reading.health().ready();
        node.set("delivery", ready ? json(reading.score().delivery(link), reading.hidden(link)) : null);
    }

    /** Says how far Jira has been read, while that is not everything. */
    void addIndexing(ObjectNode answer) {
        IndexHealth health = reading.health();
        if (!health.ready()) {
            answer.putObject("indexing").put("indexed", health.indexed()).put("total", health.total());
        }
    }

    private ObjectNode delivery(String key) {
        return json(reading.score().delivery(key), reading.hidden(key));
    }

    private ObjectNode json(DeliveryBlock block, int hidden) {
        ObjectNode json = Json.object();
        json.set("total", Json.number(block.total()));
        json.set("done", Json.number(block.done()));
        json.set("inProgress", Json.number(block.inProgress()));
        json.set("progress", Json.number(block.progress()));
        json.set("expected", Json.number(block.expected()));
        json.set("schedule", Json.number(block.schedule()));
        json.put("health", block.health().name());
        json.put("items", block.items()).put("unsized", block.unsized());
        json.put("excluded", block.excluded()).put("hidden", hidden);
        json.putObject("forecast").put("reason", language.text("throughline.forecast.none"));
        return json;
    }

    private static ObjectNode noData() {
        ObjectNode json =
                Json.object().putNull("attainment").putNull("expected").putNull("pace");
        return json.put("health", "UNKNOWN")
                .put("coverage", 0)
                .put("unattested", 0)
                .put("stale", 0);
    }

    private ObjectNode blind() {
        return Json.object().put("kind", "BLIND").put("reason", language.text("throughline.signal.reason.noKpi"));
    }

    private boolean isMeasured(String key) {
        if (model.plan(key).isPresent()) {
            return model.themesOf(key).stream().map(Theme::key).anyMatch(this::isMeasured);
        }
        if (model.theme(key).isPresent()) {
            return anyMeasured(model.objectivesOf(key));
        }
        return !model.kpisOf(key).isEmpty()
                || anyMeasured(model.subObjectivesOf(key))
                || model.contributionsTo(key).stream().anyMatch(each -> isMeasured(each.from()));
    }

    private boolean anyMeasured(List<Objective> objectives) {
        return objectives.stream().map(Objective::key).anyMatch(this::isMeasured);
    }
}
