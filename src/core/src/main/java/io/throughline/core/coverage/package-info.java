/**
 * How much of the open work serves the strategy. {@link io.throughline.core.coverage.OpenWork} splits the open size of one
 * plan's scope into aligned, orphan and exempt; the three always add up to the whole.
 */
@NullMarked
package io.throughline.core.coverage;

import org.jspecify.annotations.NullMarked;
