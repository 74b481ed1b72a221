package io.throughline.core.strategy;

/** What a KPI's number is, so that it can be written the reader's way. */
public enum UnitKind {
    PERCENT,
    CURRENCY,
    COUNT,
    RATIO,
    DURATION
}
