package io.throughline.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.live.IndexHealth;
import io.throughline.app.live.PlanReading;
import io.throughline.app.store.Json;
import io.throughline.app.web.Language;
import io.throughline.core.coverage.Coverage;
import io.throughline.core.coverage.Share;
import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.delivery.Forecast;
import io.throughline.core.delivery.ForecastGap;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.scorecard.Signal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The blocks of every node: outcome, delivery, signal. While Jira is being read, those that need all work are null. */
final class Blocks {
    private final PlanReading reading;
    private final PlanScore score;
    private final boolean whole;
    private final Language language;

    Blocks(PlanReading reading, Language language) {
        this.reading = reading;
        this.score = reading.score();
        this.whole = reading.health().ready();
        this.language = language;
    }

    /** Adds the blocks of a plan, theme or objective. */
    void addTo(ObjectNode node, String key) {
        node.set("outcome", json(score.outcome(key)));
        boolean known = whole && score.hasDelivery(key);
        node.set("delivery", known ? delivery(key) : null);
        node.set("signal", known ? json(score.signal(key)) : null);
    }

    OutcomeBlock outcome(String key) {
        return score.outcome(key);
    }

    /** Adds the one block of a KPI. */
    void addOutcomeTo(ObjectNode kpi, String key) {
        kpi.set("outcome", json(outcome(key)));
    }

    /** The reader's. */
    Locale locale() {
        return language.locale();
    }

    /** The delivery of a link, as far as it is shown. */
    Optional<DeliveryBlock> link(long id) {
        return whole ? score.deliveries().link(id) : Optional.empty();
    }

    /** How much of a link's work the viewer may not browse; null where nobody knows. */
    @Nullable
    Integer hidden(long link) {
        return reading.knowsHidden() ? reading.hidden(link) : null;
    }

    /** Adds the one block of a link. */
    void addTo(ObjectNode link, long id) {
        Optional<DeliveryBlock> block = link(id);
        if (block.isEmpty()) {
            link.putNull("delivery");
            return;
        }
        ObjectNode delivery = json(block.get(), hidden(id));
        delivery.putObject("forecast").put("reason", language.text("throughline.forecast.none.link"));
        link.set("delivery", delivery);
    }

    /** Says how far Jira has been read, while that is not everything. */
    void addIndexing(ObjectNode answer) {
        IndexHealth health = reading.health();
        if (!whole) {
            answer.putObject("indexing").put("indexed", health.indexed()).put("total", health.total());
        }
    }

    /** The delivery of a plan, theme or objective, with its forecast. */
    ObjectNode delivery(String key) {
        ObjectNode json = json(score.delivery(key), reading.knowsHidden() ? reading.hidden(key) : null);
        json.set("forecast", json(score.forecast(key)));
        return json;
    }

    private static ObjectNode json(DeliveryBlock block, @Nullable Integer hidden) {
        ObjectNode json = Json.object();
        json.set("total", Json.number(block.total()));
        json.set("done", Json.number(block.done()));
        json.set("inProgress", Json.number(block.inProgress()));
        json.set("progress", Json.number(block.progress()));
        json.set("expected", Json.number(block.expected()));
        json.set("schedule", Json.number(block.schedule()));
        json.put("health", block.health().name());
        json.put("items", block.items()).put("unsized", block.unsized());
        return json.put("excluded", block.excluded()).put("hidden", hidden);
    }

    /** Sizes, and each part's share of the whole; without open work there are no shares. */
    static ObjectNode json(Coverage coverage) {
        ObjectNode json = Json.object();
        json.set("total", Json.number(coverage.total()));
        json.set("aligned", Json.number(coverage.aligned()));
        json.set("orphan", Json.number(coverage.orphan()));
        json.set("exempt", Json.number(coverage.exempt()));
        if (coverage.total() > 0) {
            ObjectNode share = json.putObject("share");
            share.set("aligned", share(coverage.aligned(), coverage.total()));
            share.set("orphan", share(coverage.orphan(), coverage.total()));
            share.set("exempt", share(coverage.exempt(), coverage.total()));
        } else {
            json.putNull("share");
        }
        return json;
    }

    /** A part of the delivery of a plan, theme or objective; null when that is not known, or nothing. */
    JsonNode shareOfDelivery(double part, String key) {
        boolean known = whole && score.hasDelivery(key);
        return share(part, known ? score.delivery(key).total() : 0);
    }

    private static JsonNode share(double part, double of) {
        return Json.number(Share.of(part, of).orElse(null));
    }

    private ObjectNode json(Forecast forecast) {
        ForecastGap gap = forecast.gap();
        if (gap != null) {
            return Json.object().put("reason", language.text("throughline.forecast.none." + gap.name()));
        }
        return Json.object()
                .put("p50", Objects.requireNonNull(forecast.p50()).toString())
                .put("p85", Objects.requireNonNull(forecast.p85()).toString());
    }

    static ObjectNode json(OutcomeBlock block) {
        ObjectNode json = Json.object();
        json.set("attainment", Json.number(block.attainment()));
        json.set("expected", Json.number(block.expected()));
        json.set("pace", Json.number(block.pace()));
        json.put("health", block.health().name()).set("coverage", Json.number(block.coverage()));
        return json.put("unattested", block.unattested()).put("stale", block.stale());
    }

    private ObjectNode json(Signal signal) {
        String reason =
                language.text("throughline.signal.reason." + signal.reason().name());
        return Json.object().put("kind", signal.kind().name()).put("reason", reason);
    }
}
