package io.throughline.app.confluence.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.macro.AnswerFields;
import io.throughline.app.web.KpiNumbers;
import io.throughline.app.web.Language;

/** A KPI of an answer in words and numbers. */
public final class KpiFigures {
    private final JsonNode kpi;
    private final Language language;

    /** @param kpi with {@code actual}, {@code target}, {@code band}, {@code unit} */
    public KpiFigures(JsonNode kpi, Language language) {
        this.kpi = kpi;
        this.language = language;
    }

    public String symbol() {
        return kpi.path("unit").path("symbol").asText("");
    }

    /** {@code 89.1}; a dash without a value. */
    public String actual() {
        String measured = numbers().measured();
        return measured.isEmpty() ? "\u2013" : measured;
    }

    /** As {@link KpiNumbers#aimed}. */
    public String target() {
        return numbers().aimed();
    }

    /** A value with its unit. */
    public String withUnit(double value) {
        return (language.number(value, 2) + " " + symbol()).strip();
    }

    private KpiNumbers numbers() {
        return KpiNumbers.of(
                language,
                AnswerFields.number(kpi.path("actual"), "value"),
                AnswerFields.number(kpi.path("target"), "value"),
                AnswerFields.number(kpi.path("band"), "low"),
                AnswerFields.number(kpi.path("band"), "high"),
                symbol());
    }
}
