package io.throughline.app.confluence.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.macro.AnswerFields;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.Blocks;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.Delivery;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.Group;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.Indexing;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.KpiRow;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.Outcome;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.PlanHead;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.Row;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.Signal;
import io.throughline.app.confluence.scorecard.ScorecardAnswer.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link ScorecardAnswer}; {@link AnswerFields} says what may be missing.
 */
final class ScorecardReader {
    private ScorecardReader() {}

    static ScorecardAnswer read(JsonNode json) {
        JsonNode plan = json.path("plan");
        JsonNode indexing = json.path("indexing");
        return new ScorecardAnswer(
                new PlanHead(
                        AnswerFields.text(plan, "key"),
                        AnswerFields.text(plan, "name"),
                        plan.path("sizeMeasure").asText("COUNT")),
                json.path("groupBy").asText("THEME"),
                json.hasNonNull("asOf") ? AnswerFields.day(json, "asOf") : null,
                AnswerFields.instant(json, "at"),
                blocks(json),
                counts(json.path("signals")),
                all(AnswerFields.list(json, "groups"), ScorecardReader::group),
                snapshot(json.path("snapshot")),
                indexing.isObject()
                        ? new Indexing(
                                indexing.path("indexed").asLong(),
                                indexing.path("total").asLong())
                        : null);
    }

    private static @Nullable Snapshot snapshot(JsonNode json) {
        return json.isObject()
                ? new Snapshot(
                        json.hasNonNull("day") ? AnswerFields.day(json, "day") : null,
                        json.path("filled").asBoolean(),
                        json.path("reason").asText(""))
                : null;
    }

    private static Group group(JsonNode json) {
        return new Group(
                json.path("key").asText(),
                AnswerFields.text(json, "name"),
                owner(json),
                blocks(json),
                all(AnswerFields.list(json, "rows"), ScorecardReader::row));
    }

    private static Row row(JsonNode json) {
        return new Row(
                AnswerFields.text(json, "key"),
                AnswerFields.text(json, "name"),
                owner(json),
                Math.max(0, json.path("depth").asInt()),
                blocks(json),
                all(json.path("kpis"), ScorecardReader::kpi));
    }

    private static KpiRow kpi(JsonNode json) {
        JsonNode actual = json.path("actual");
        return new KpiRow(
                AnswerFields.text(json, "key"),
                AnswerFields.text(json, "name"),
                outcome(json.path("outcome")),
                AnswerFields.number(actual, "value"),
                AnswerFields.number(json.path("target"), "value"),
                AnswerFields.number(json.path("band"), "low"),
                AnswerFields.number(json.path("band"), "high"),
                json.path("unit").path("symbol").asText(""),
                trend(json.path("trend")));
    }

    private static List<Double> trend(JsonNode json) {
        List<Double> values = new ArrayList<>();
        for (JsonNode each : json) {
            Double value = AnswerFields.number(each, "value");
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private static Blocks blocks(JsonNode json) {
        return new Blocks(outcome(json.path("outcome")), delivery(json.path("delivery")), signal(json.path("signal")));
    }

    private static @Nullable Outcome outcome(JsonNode json) {
        return json.isObject()
                ? new Outcome(
                        json.path("health").asText("UNKNOWN"),
                        AnswerFields.number(json, "attainment"),
                        AnswerFields.number(json, "expected"),
                        json.path("stale").asInt(),
                        json.path("unattested").asInt())
                : null;
    }

    private static @Nullable Delivery delivery(JsonNode json) {
        return json.isObject()
                ? new Delivery(
                        AnswerFields.text(json, "health"),
                        AnswerFields.number(json, "progress"),
                        AnswerFields.number(json, "expected"),
                        json.path("total").asDouble(),
                        json.path("done").asDouble(),
                        json.path("inProgress").asDouble(),
                        json.path("hidden").asInt())
                : null;
    }

    private static @Nullable Signal signal(JsonNode json) {
        return json.isObject()
                ? new Signal(
                        AnswerFields.text(json, "kind"), json.path("reason").asText(""))
                : null;
    }

    private static Map<String, Integer> counts(JsonNode json) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        json.fields()
                .forEachRemaining(
                        field -> counts.put(field.getKey(), field.getValue().asInt()));
        return counts;
    }

    /** The owner's display name; a bare user key will do where Jira knows no name. Who is deactivated owns nothing. */
    private static @Nullable String owner(JsonNode json) {
        JsonNode owner = json.path("owner");
        if (!owner.path("active").asBoolean(true)) {
            return null;
        }
        JsonNode name = owner.isObject() ? owner.path("name") : owner;
        return name.isTextual() && !name.asText().isBlank() ? name.asText() : null;
    }

    private static <T> List<T> all(JsonNode array, Function<JsonNode, T> each) {
        List<T> found = new ArrayList<>();
        array.forEach(element -> found.add(each.apply(element)));
        return found;
    }
}
