package io.throughline.core.strategy;

/**
 * Where a MAINTAIN KPI should stay.
 *
 * @param low lower edge, inside; in the KPI's unit
 * @param high upper edge, inside; at least {@code low}
 * @param tolerance the distance outside the band at which attainment reaches 0; more than 0
 */
public record Band(double low, double high, double tolerance) {
    public Band {
        Checks.finite(low, "low");
        Checks.finite(high, "high");
        if (low > high) {
            throw new IllegalArgumentException("low " + low + " is above high " + high);
        }
        Checks.positive(tolerance, "tolerance");
    }
}
