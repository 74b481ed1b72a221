package io.throughline.core.strategy;

/**
 * Where health changes: at or above {@code good} all is well, at or above {@code warn} it needs attention.
 *
 * <p>Used for a schedule (delivery) and for a pace (outcome). Ratios without unit, {@code 0 < warn <= good}.
 * By default 0.90 and 0.70: a schedule of 0.89 is AT_RISK, 0.90 is ON_TRACK.
 */
public record Thresholds(double good, double warn) {
    /** 0.90 and 0.70. */
    public static final Thresholds DEFAULT = new Thresholds(0.90, 0.70);

    public Thresholds {
        Checks.positive(good, "good");
        Checks.positive(warn, "warn");
        if (warn > good) {
            throw new IllegalArgumentException("warn " + warn + " is above good " + good);
        }
    }
}
