package io.throughline.app.confluence.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.web.Language;
import io.throughline.app.web.OutcomeView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

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
        OptionalDouble actual = Facts.number(json.path("actual"), "value");
        OptionalDouble low = Facts.number(json.path("band"), "low");
        OptionalDouble high = Facts.number(json.path("band"), "high");
        OptionalDouble wanted = Facts.number(json.path("target"), "value");
        String symbol = json.path("unit").path("symbol").asText("");
        boolean banded = low.isPresent() && high.isPresent();
        int digits = Math.max(decimals(actual), decimals(banded ? low : wanted));
        String target = banded
                ? language.text(
                        "throughline.kpi.band",
                        language.number(low.getAsDouble(), 2),
                        language.number(high.getAsDouble(), 2),
                        symbol)
                : wanted.isPresent()
                        ? language.text("throughline.kpi.target", language.fixed(wanted.getAsDouble(), digits), symbol)
                        : "";
        boolean stale = json.path("outcome").path("stale").asInt() > 0;
        boolean unattested = !stale && json.path("outcome").path("unattested").asInt() > 0;
        return new KpiView(
                Facts.text(json, "key"),
                Facts.text(json, "name"),
                outcome,
                actual.isPresent() ? language.fixed(actual.getAsDouble(), digits) : "",
                target.strip(),
                stale
                        ? language.text("throughline.kpi.stale")
                        : unattested ? language.text("throughline.kpi.unattested") : "",
                stale ? "tl-none" : "tl-warn");
    }

    /** As many as the number has, at most two, so that actual and target can be compared at a glance. */
    private static int decimals(OptionalDouble value) {
        if (value.isEmpty()) {
            return 0;
        }
        BigDecimal rounded = BigDecimal.valueOf(value.getAsDouble())
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return Math.max(0, rounded.scale());
    }
}
