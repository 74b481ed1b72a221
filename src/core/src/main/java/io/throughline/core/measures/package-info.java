/**
 * How far the KPIs are, and what that makes of objectives, themes and plans.
 *
 * <p>{@link io.throughline.core.measures.KpiScore} judges one KPI by its newest actual;
 * {@link io.throughline.core.measures.PlanOutcome} takes the means of a plan from the bottom up. Work is not known here:
 * that many issues are done says nothing about an outcome.
 */
@NullMarked
package io.throughline.core.measures;

import org.jspecify.annotations.NullMarked;
