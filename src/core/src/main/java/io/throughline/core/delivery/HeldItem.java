package io.throughline.core.delivery;

/**
 * One item behind a number.
 *
 * @param position of the item in the view that was measured
 * @param size in the plan's measure; 0 where excluded
 * @param unsized whether it has no size of its own and {@code size} is the default
 * @param excluded whether it is cancelled and in no other number than that count
 */
public record HeldItem(int position, double size, boolean unsized, boolean excluded) {}
