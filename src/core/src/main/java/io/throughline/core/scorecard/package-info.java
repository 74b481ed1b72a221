/**
 * Delivery and outcome side by side, and what the two say together.
 *
 * <p>{@link io.throughline.core.scorecard.Scoring} is the entry to all arithmetic: one strategy, one view of the work, one
 * day in; a {@link io.throughline.core.scorecard.PlanScore} per plan out.
 */
@NullMarked
package io.throughline.core.scorecard;

import org.jspecify.annotations.NullMarked;
