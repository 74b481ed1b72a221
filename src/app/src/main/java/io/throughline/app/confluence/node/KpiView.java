package io.throughline.app.confluence.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.macro.AnswerFields;
import io.throughline.app.web.KpiNumbers;
import io.throughline.app.web.Language;
import io.throughline.app.web.OutcomeView;

/**
 * A KPI with its newest actual against what is aimed at.
 *
 * @param measured {@code 89.1}, empty without an actual
 * @param target {@code of 93.0 %}, {@code in 94–97 %}; empty when nothing is aimed at
 * @param badge stale or unattested, empty for neither
 * @param badgeTone style class of the badge
 */
public record KpiView(
        String key, String name, OutcomeView outcome, String measured, String target, String badge, String badgeTone) {

    static KpiView of(JsonNode json, OutcomeView outcome, Language language) {
        KpiNumbers numbers = KpiNumbers.of(
                language,
                AnswerFields.number(json.path("actual"), "value"),
                AnswerFields.number(json.path("target"), "value"),
                AnswerFields.number(json.path("band"), "low"),
                AnswerFields.number(json.path("band"), "high"),
                json.path("unit").path("symbol").asText(""));
        boolean stale = json.path("outcome").path("stale").asInt() > 0;
        boolean unattested = !stale && json.path("outcome").path("unattested").asInt() > 0;
        return new KpiView(
                AnswerFields.text(json, "key"),
                AnswerFields.text(json, "name"),
                outcome,
                numbers.measured(),
                numbers.aimed(),
                stale
                        ? language.text("throughline.kpi.stale")
                        : unattested ? language.text("throughline.kpi.unattested") : "",
                stale ? "tl-none" : "tl-warn");
    }
}
