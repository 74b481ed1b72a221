package io.throughline.app.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A KPI's value beside what it aims at: both with as many decimals as the finer of the two has, at most two, so that they can
 * be compared at a glance.
 *
 * @param measured {@code 89.1}, empty without an actual
 * @param aimed {@code of 93.0 %}, {@code in 94–97 %}; empty when nothing is aimed at
 */
public record KpiNumbers(String measured, String aimed) {
    /**
     * @param low lower end of the band; with {@code high} it is aimed at in the target's place
     * @param symbol of the unit, may be empty
     */
    public static KpiNumbers of(
            Language language,
            @Nullable Double actual,
            @Nullable Double target,
            @Nullable Double low,
            @Nullable Double high,
            String symbol) {
        boolean banded = low != null && high != null;
        int digits = Math.max(decimals(actual), decimals(banded ? low : target));
        String measured = actual == null ? "" : language.fixed(actual, digits);
        if (low != null && high != null) {
            String band =
                    language.text("throughline.kpi.band", language.number(low, 2), language.number(high, 2), symbol);
            return new KpiNumbers(measured, band.strip());
        }
        String aimed =
                target == null ? "" : language.text("throughline.kpi.target", language.fixed(target, digits), symbol);
        return new KpiNumbers(measured, aimed.strip());
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
