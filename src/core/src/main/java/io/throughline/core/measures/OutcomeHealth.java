package io.throughline.core.measures;

import io.throughline.core.strategy.Thresholds;

/** How an outcome stands against what was expected of it. */
public enum OutcomeHealth {
    GREEN,
    AMBER,
    RED,
    /** There is no data, or too little of it, or it is stale. Never the same as bad. */
    UNKNOWN;

    /** GREEN from a pace of 0.90, AMBER from 0.70, RED below. */
    public static OutcomeHealth ofPace(double pace) {
        if (Thresholds.DEFAULT.isGood(pace)) {
            return GREEN;
        }
        return Thresholds.DEFAULT.isTolerable(pace) ? AMBER : RED;
    }
}
