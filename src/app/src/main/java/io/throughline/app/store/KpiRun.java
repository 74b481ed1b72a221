package io.throughline.app.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of the last evaluation of a KPI that is counted in Jira.
 *
 * @param kpi key
 * @param at when, to the millisecond
 * @param issues how many issues its query found; 0 where it could not be read
 * @param problem a word for why there is no value; null when there is one
 */
public record KpiRun(
        String kpi, Instant at, long issues, @Nullable String problem) {}
