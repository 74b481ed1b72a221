/**
 * What was decided: plans, themes, objectives, KPIs, their actuals and the links to work.
 *
 * <p>Everything here is a value. {@link io.throughline.core.strategy.StrategyModel} holds all of it for one version of
 * the strategy and answers the questions about structure (who is whose child, which plan is this in); numbers are made
 * elsewhere. Nothing here knows about issues beyond the numeric ids that a link points to.
 */
@NullMarked
package io.throughline.core.strategy;

import org.jspecify.annotations.NullMarked;
