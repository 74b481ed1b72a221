package io.throughline.core.strategy;

/** Which way a KPI should go. MAINTAIN wants it inside a band instead of at a target. */
public enum Direction {
    INCREASE,
    DECREASE,
    MAINTAIN
}
