/**
 * KPIs that are computed from other KPIs.
 *
 * <p>{@link io.throughline.core.formula.Formula} is a small language: numbers, KPI keys, {@code + - * / ( )} and a fixed
 * list of functions. It is parsed here, character by character, and never handed to an engine that could do more.
 * {@link io.throughline.core.formula.ComputedActuals} gives every such KPI its actuals. Unknown stays unknown: what is
 * computed from a value that is missing is missing.
 */
@NullMarked
package io.throughline.core.formula;

import org.jspecify.annotations.NullMarked;
