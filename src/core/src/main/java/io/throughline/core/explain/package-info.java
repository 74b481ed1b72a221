/**
 * Every number, taken apart: from what it follows, by which formula, and what was left out and why.
 *
 * <p>{@link io.throughline.core.explain.Explanation} reads a {@link io.throughline.core.scorecard.PlanScore} and computes
 * no number of its own: the value is the score's, the inputs are what the score was made of, and whoever applies the
 * formula to the inputs gets the value.
 */
@NullMarked
package io.throughline.core.explain;

import org.jspecify.annotations.NullMarked;
