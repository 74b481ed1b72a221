/**
 * Which work serves which objective: nearest link wins, plan by plan.
 *
 * <p>{@link io.throughline.core.alignment.Alignment} reads the links of one plan and a view of the work and says for each
 * item which links hold it and by which path. Items with the same answer share one interned set of links
 * ({@link io.throughline.core.alignment.LinkSets}), so that a plan costs 4 bytes per item and later sums are taken per
 * set, not per item.
 */
@NullMarked
package io.throughline.core.alignment;

import org.jspecify.annotations.NullMarked;
