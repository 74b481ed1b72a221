package io.throughline.core.delivery;

import io.throughline.core.alignment.LinkSets;
import io.throughline.core.alignment.LinkTable;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.WorkView;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a measuring of plans stands on: one strategy, one view of the work, one day.
 *
 * @param links the table of the strategy's links
 * @param sets where answers are interned
 * @param forecasts what was forecast before
 * @param today the day up to whose end time counts as passed, in {@code zone}
 * @param zone the instance's time zone
 */
public record Survey(
        StrategyModel strategy,
        WorkView work,
        LinkTable links,
        LinkSets sets,
        ForecastMemory forecasts,
        LocalDate today,
        ZoneId zone) {}
