package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.store.Json;
import io.throughline.app.web.Language;
import io.throughline.core.measures.KpiForecast;
import io.throughline.core.measures.KpiLine;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.Point;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One objective or one KPI with everything that a page needs to show it alone, so that it is asked for once. */
final class CardView {
    /** Values of a chart: sixteen years of months. How many there are is said. */
    private static final int MOST_VALUES = 200;

    private final StrategyModel model;
    private final Views views;
    private final Language language;

    /** @param language the reader's, for reasons */
    CardView(StrategyModel model, Views views, Language language) {
        this.model = model;
        this.views = views;
        this.language = language;
    }

    /** An objective with where it stands, its blocks and its KPIs. */
    ObjectNode objective(Objective objective, Plan plan, Blocks blocks) {
        String key = objective.key();
        ObjectNode json = Json.object();
        json.set("objective", views.objective(objective));
        json.set(
                "plan",
                named(plan.key(), plan.name())
                        .put("sizeMeasure", plan.sizeMeasure().name()));
        json.set("theme", theme(key));
        json.set("parent", objectiveNamed(objective.parent()));
        json.put("due", model.dueOf(key).map(String::valueOf).orElse(null));
        blocks.addTo(json, key);
        ArrayNode kpis = json.putArray("kpis");
        for (Kpi kpi : model.kpisOf(key)) {
            ObjectNode each = views.kpiRow(kpi);
            blocks.addOutcomeTo(each, kpi.key());
            kpis.add(each);
        }
        blocks.addIndexing(json);
        return json;
    }

    /**
     * A KPI with the line it should follow and its values.
     *
     * @param blocks of its plan; null for a KPI that is under no objective, which has no outcome
     */
    ObjectNode kpi(Kpi kpi, @Nullable Plan plan, @Nullable Blocks blocks) {
        ObjectNode json = Json.object();
        json.set("kpi", views.kpiWithActual(kpi));
        json.set("objective", objectiveNamed(kpi.objective()));
        json.set("plan", plan == null ? null : named(plan.key(), plan.name()));
        if (blocks == null) {
            json.putNull("outcome");
        } else {
            blocks.addOutcomeTo(json, kpi.key());
        }
        List<Actual> newest = model.actualsOf(kpi.key());
        json.set("expected", newest.isEmpty() ? null : expected(kpi, newest.get(0)));
        addLine(json.putArray("line"), kpi);
        json.set("forecast", forecast(KpiForecast.of(kpi, newest)));
        ArrayNode values = json.putArray("values");
        for (int at = Math.min(MOST_VALUES, newest.size()) - 1; at >= 0; at--) {
            values.add(value(kpi, newest.get(at)));
        }
        json.put("total", newest.size());
        return json;
    }

    /** What the line says for the period of the newest actual, as a value; null for a band, which has no line. */
    private static @Nullable ObjectNode expected(Kpi kpi, Actual newest) {
        Optional<Double> value = new KpiLine(kpi).expectedValue(newest.period());
        return value.isEmpty()
                ? null
                : Json.object().put("date", newest.period().toString()).set("value", Json.number(value.get()));
    }

    private ObjectNode forecast(KpiForecast forecast) {
        KpiForecast.Gap gap = forecast.gap();
        if (gap != null) {
            return Json.object().put("reason", language.text("throughline.kpi.forecast.none." + gap.name()));
        }
        ObjectNode json = Json.object();
        json.set("from", dated(Objects.requireNonNull(forecast.from())));
        json.set("to", dated(Objects.requireNonNull(forecast.to())));
        return json.put("values", forecast.values());
    }

    private static ObjectNode dated(Point point) {
        return Json.object().put("date", point.date().toString()).set("value", Json.number(point.value()));
    }

    private static void addLine(ArrayNode into, Kpi kpi) {
        List<Point> line = new KpiLine(kpi).line();
        for (int at = 0; at < line.size(); at++) {
            String what = at == 0 ? "BASELINE" : at < line.size() - 1 ? "MILESTONE" : "TARGET";
            into.add(point(what, line.get(at)));
        }
    }

    private static ObjectNode point(String what, Point point) {
        ObjectNode json =
                Json.object().put("what", what).put("date", point.date().toString());
        return json.set("value", Json.number(point.value()));
    }

    private ObjectNode value(Kpi kpi, Actual actual) {
        ObjectNode all = views.actual(kpi, actual);
        ObjectNode json = Json.object();
        for (String field : List.of("period", "value", "attainment", "pace", "health")) {
            json.set(field, all.get(field));
        }
        return json.put("attested", actual.isAttested());
    }

    private @Nullable ObjectNode theme(String objective) {
        Optional<Theme> theme = model.themeOf(objective);
        return theme.isEmpty() ? null : named(theme.get().key(), theme.get().name());
    }

    private @Nullable ObjectNode objectiveNamed(@Nullable String key) {
        Optional<Objective> found = key == null ? Optional.empty() : model.objective(key);
        return found.isEmpty() ? null : named(found.get().key(), found.get().name());
    }

    static ObjectNode named(String key, String name) {
        return Json.object().put("key", key).put("name", name);
    }
}
