/**
 * How much of the open work serves the strategy. {@link io.throughline.core.coverage.OpenWork} holds the open size that was
 * counted as aligned, orphan and exempt; the three always add up to the whole.
 */
@NullMarked
package io.throughline.core.coverage;

import org.jspecify.annotations.NullMarked;
