package io.throughline.app.confluence.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.web.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The value of a KPI beside what it aims at, both with as many decimals as the finer of the two, at most two. */
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
        Double value = AnswerReader.number(kpi.path("actual"), "value");
        return value == null ? "\u2013" : language.fixed(value, digits());
    }

    /** {@code of 93.0 %}, {@code in 94\u201397 %}; empty when nothing is aimed at. */
    public String target() {
        Double low = AnswerReader.number(kpi.path("band"), "low");
        Double high = AnswerReader.number(kpi.path("band"), "high");
        if (low != null && high != null) {
            return language.text("throughline.kpi.band", language.number(low, 2), language.number(high, 2), symbol())
                    .strip();
        }
        Double target = AnswerReader.number(kpi.path("target"), "value");
        return target == null
                ? ""
                : language.text("throughline.kpi.target", language.fixed(target, digits()), symbol())
                        .strip();
    }

    /** A value with its unit. */
    public String withUnit(double value) {
        return (language.number(value, 2) + " " + symbol()).strip();
    }

    private int digits() {
        Double band = AnswerReader.number(kpi.path("band"), "low");
        Double wanted = band == null ? AnswerReader.number(kpi.path("target"), "value") : band;
        return Math.max(decimals(AnswerReader.number(kpi.path("actual"), "value")), decimals(wanted));
    }

    private static int decimals(@Nullable Double value) {
        if (value == null) {
            return 0;
        }
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return Math.max(0, rounded.scale());
    }
}
