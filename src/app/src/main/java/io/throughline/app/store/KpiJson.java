package io.throughline.app.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.core.strategy.Aggregate;
import io.throughline.core.strategy.Attestation;
import io.throughline.core.strategy.Band;
import io.throughline.core.strategy.Direction;
import io.throughline.core.strategy.Frequency;
import io.throughline.core.strategy.Indicator;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.MeasureUnit;
import io.throughline.core.strategy.Point;
import io.throughline.core.strategy.UnitKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** KPIs as JSON; see {@link StrategyJson}. */
public final class KpiJson {
    private KpiJson() {}

    public static ObjectNode write(Kpi kpi) {
        ObjectNode json = Json.object();
        json.put("key", kpi.key()).put("objective", kpi.objective());
        json.put("name", kpi.name()).put("description", kpi.description());
        MeasureUnit unit = kpi.unit();
        if (unit == null) {
            json.putNull("unit");
        } else {
            json.putObject("unit").put("kind", unit.kind().name()).put("symbol", unit.symbol());
        }
        json.put("direction", kpi.direction().name());
        json.set("baseline", write(kpi.baseline()));
        json.set("target", write(kpi.target()));
        ArrayNode milestones = json.putArray("milestones");
        kpi.milestones().forEach(each -> milestones.add(write(each)));
        json.set("band", write(kpi.band()));
        json.put("frequency", kpi.frequency().name()).set("weight", Json.number(kpi.weight()));
        json.put("critical", kpi.critical()).put("indicator", kpi.indicator().name());
        json.put("owner", kpi.owner()).put("attestation", kpi.attestation().name());
        json.set("source", write(kpi.source()));
        return json.put("version", kpi.version());
    }

    static Kpi read(JsonNode json) {
        JsonNode unit = json.path("unit");
        return new Kpi(
                json.get("key").textValue(),
                StrategyJson.text(json, "objective"),
                json.get("name").textValue(),
                StrategyJson.text(json, "description"),
                unit.isObject() ? unit(unit) : null,
                Direction.valueOf(json.get("direction").textValue()),
                point(json.path("baseline")),
                point(json.path("target")),
                milestones(json.path("milestones")),
                band(json.path("band")),
                Frequency.valueOf(json.get("frequency").textValue()),
                json.get("weight").doubleValue(),
                json.get("critical").booleanValue(),
                Indicator.valueOf(json.get("indicator").textValue()),
                StrategyJson.text(json, "owner"),
                Attestation.valueOf(json.get("attestation").textValue()),
                source(json.get("source")),
                json.get("version").longValue());
    }

    static MeasureUnit unit(JsonNode json) {
        return new MeasureUnit(UnitKind.valueOf(json.get("kind").textValue()), StrategyJson.text(json, "symbol"));
    }

    static @Nullable ObjectNode write(@Nullable Point point) {
        return point == null
                ? null
                : Json.object().put("date", point.date().toString()).set("value", Json.number(point.value()));
    }

    static @Nullable Point point(JsonNode json) {
        return json.isObject()
                ? new Point(
                        LocalDate.parse(json.get("date").textValue()),
                        json.get("value").doubleValue())
                : null;
    }

    static List<Point> milestones(JsonNode json) {
        List<Point> read = new ArrayList<>();
        for (JsonNode each : json) {
            Point point = point(each);
            if (point != null) {
                read.add(point);
            }
        }
        return read;
    }

    static @Nullable ObjectNode write(@Nullable Band band) {
        if (band == null) {
            return null;
        }
        ObjectNode json = Json.object();
        json.set("low", Json.number(band.low()));
        json.set("high", Json.number(band.high()));
        json.set("tolerance", Json.number(band.tolerance()));
        return json;
    }

    static @Nullable Band band(JsonNode json) {
        return json.isObject()
                ? new Band(
                        json.get("low").doubleValue(),
                        json.get("high").doubleValue(),
                        json.get("tolerance").doubleValue())
                : null;
    }

    public static ObjectNode write(KpiSource source) {
        if (source instanceof KpiSource.Formula formula) {
            return Json.object().put("kind", "FORMULA").put("formula", formula.formula());
        }
        if (source instanceof KpiSource.Jql jql) {
            ObjectNode json = Json.object().put("kind", "JQL").put("jql", jql.jql());
            json.put("aggregate", jql.aggregate().name()).put("field", jql.field());
            return json.put("runAs", jql.runAs());
        }
        return Json.object().put("kind", "MANUAL");
    }

    static KpiSource source(JsonNode json) {
        String kind = json.get("kind").textValue();
        if (kind.equals("FORMULA")) {
            return new KpiSource.Formula(json.get("formula").textValue());
        }
        return kind.equals("JQL")
                ? new KpiSource.Jql(
                        json.get("jql").textValue(),
                        Aggregate.valueOf(json.get("aggregate").textValue()),
                        StrategyJson.text(json, "field"),
                        StrategyJson.text(json, "runAs"))
                : new KpiSource.Manual();
    }
}
