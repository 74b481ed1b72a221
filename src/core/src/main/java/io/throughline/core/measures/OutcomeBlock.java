package io.throughline.core.measures;

import org.jspecify.annotations.Nullable;

/**
 * How far the outcome of one node is.
 *
 * @param attainment the way made from baseline to target, 1 is there: raw for a KPI, a mean in 0..1 for a node; null
 *     without data
 * @param expected the way that should have been made, same scale; null without data, and for a node in grace or at an
 *     attainment of 0
 * @param pace {@code attainment / expected}: raw for a KPI, a mean in 0..1 for a node; null without data
 * @param health UNKNOWN without data, when stale, or at a coverage below 0.5
 * @param coverage the part of the KPIs, by weight, that have data, 0..1; 0 without KPIs
 * @param unattested how many KPIs of the subtree stand on an actual that its owner should have attested and has not
 * @param stale how many KPIs of the subtree are stale
 */
public record OutcomeBlock(
        @Nullable Double attainment,
        @Nullable Double expected,
        @Nullable Double pace,
        OutcomeHealth health,
        double coverage,
        int unattested,
        int stale) {}
