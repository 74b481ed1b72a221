package io.throughline.core.delivery;

import io.throughline.core.strategy.StrategyModel;
import java.time.LocalDate;

/**
 * What a measuring of plans stands on.
 *
 * @param rollup the sums; its strategy has the same structure as {@code strategy}
 * @param forecasts what was forecast before
 * @param today the day up to whose end time counts as passed
 */
public record Survey(StrategyModel strategy, Rollup rollup, ForecastMemory forecasts, LocalDate today) {}
