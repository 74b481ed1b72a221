package io.throughline.core.orphans;

/**
 * An object of the strategy that misses something.
 *
 * @param ref key of an objective, theme or KPI; id of a link
 */
public record StrategyGap(OrphanKind kind, String ref) {}
