package io.throughline.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every keeper of evaluations does. */
abstract class KpiRunsContract {
    private static final Instant THEN = Instant.parse("2026-07-01T10:00:00.123Z");

    abstract KpiRuns runs();

    @Test
    void theLastEvaluationOfAKpiIsKept() {
        runs().keep(new KpiRun("KPI-7", THEN, 12, null));
        runs().keep(new KpiRun("KPI-8", THEN, 0, "UNREADABLE"));
        runs().keep(new KpiRun("KPI-7", THEN.plusSeconds(1), 100_001, "TOO_MANY"));

        assertThat(runs().of("KPI-7")).hasValue(new KpiRun("KPI-7", THEN.plusSeconds(1), 100_001, "TOO_MANY"));
        assertThat(runs().of("KPI-8")).hasValue(new KpiRun("KPI-8", THEN, 0, "UNREADABLE"));
        assertThat(runs().of("KPI-9")).isEmpty();

        runs().keep(new KpiRun("KPI-8", THEN, 3, null));
        assertThat(runs().of("KPI-8")).hasValue(new KpiRun("KPI-8", THEN, 3, null));
    }
}
