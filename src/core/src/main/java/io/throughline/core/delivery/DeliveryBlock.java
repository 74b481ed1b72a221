package io.throughline.core.delivery;

import org.jspecify.annotations.Nullable;

/**
 * How far the work of one node or link is.
 *
 * <p>Sizes are in the measure of the plan that was scored: items, points or seconds. Each item of the node's subtree is
 * in them once.
 *
 * @param total size of all live work, at least 0
 * @param done size of its done part, 0 to {@code total}
 * @param inProgress size of its part in progress, 0 to {@code total - done}
 * @param progress 0..1, weighted as the node says; null without work, never 0 for that
 * @param expected the part of its time that has passed, 0..1; null for a theme or plan without work below
 * @param schedule {@code progress / expected}, at least 0; null where either is null or expected is 0
 * @param items how many items carry that size
 * @param unsized how many of them have no size of their own and took the default
 * @param excluded how many cancelled items of level 0 and up would have been in it
 */
public record DeliveryBlock(
        double total,
        double done,
        double inProgress,
        @Nullable Double progress,
        @Nullable Double expected,
        @Nullable Double schedule,
        DeliveryHealth health,
        int items,
        int unsized,
        int excluded) {}
