package io.throughline.core.strategy;

/**
 * Where health changes: at or above {@code good} all is well, at or above {@code warn} it needs attention.
 *
 * <p>A plan's own are for the schedule of its delivery; the pace of an outcome is always judged by {@link #DEFAULT}, so
 * that a GREEN KPI means the same in every plan. Ratios without unit, {@code 0 < warn <= good}. By default 0.90 and 0.70:
 * a schedule of 0.89 is AT_RISK, 0.90 is ON_TRACK.
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

    /** Ratios this close to a threshold are on it: 0.09 / 0.1 is 0.8999999999999999 in doubles and 0.9 in truth. */
    public static final double NOISE = 1e-9;

    /** Whether a ratio is at or above {@code good}. */
    public boolean isGood(double ratio) {
        return ratio >= good - NOISE;
    }

    /** Whether a ratio is at or above {@code warn}. */
    public boolean isTolerable(double ratio) {
        return ratio >= warn - NOISE;
    }
}
