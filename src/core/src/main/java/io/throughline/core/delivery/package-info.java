/**
 * How far the linked work is: sizes and their done part, by link, objective, theme and plan.
 *
 * <p>{@link io.throughline.core.delivery.PlanDelivery} is one pass over the work for one plan; it adds up whole numbers per
 * set of links first ({@link io.throughline.core.delivery.Tally}), so that every node takes each item once, and then makes
 * {@link io.throughline.core.delivery.DeliveryBlock}s from the bottom up. Outcomes are not known here: delivery and
 * outcome are told apart on purpose.
 */
@NullMarked
package io.throughline.core.delivery;

import org.jspecify.annotations.NullMarked;
