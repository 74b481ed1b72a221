package io.throughline.app.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of days does. */
public abstract class DayRecordsContract {
    private static final Instant TAKEN = Instant.parse("2026-07-01T22:00:03.125Z");

    protected abstract DayRecords records();

    private static DayRecord record(String plan, String day, String document) {
        return new DayRecord(plan, LocalDate.parse(day), TAKEN, document);
    }

    @Test
    void aDayIsReadAsItWasKeptAndReplacedByALaterRecord() {
        records().keep(record("PLAN-1", "2026-06-30", "first"));
        records().keep(record("PLAN-1", "2026-06-30", "x".repeat(100_000)));

        assertThat(records().between("PLAN-1", LocalDate.parse("2026-06-30"), LocalDate.parse("2026-06-30")))
                .containsExactly(record("PLAN-1", "2026-06-30", "x".repeat(100_000)));
    }

    @Test
    void theNewestUpToADayIsFoundPlanByPlan() {
        records().keep(record("PLAN-1", "2026-06-28", "a"));
        records().keep(record("PLAN-1", "2026-06-30", "b"));
        records().keep(record("PLAN-10", "2026-06-29", "c"));

        assertThat(records().newest("PLAN-1", LocalDate.parse("2026-06-27"))).isEmpty();
        assertThat(records().newest("PLAN-1", LocalDate.parse("2026-06-28")))
                .hasValue(record("PLAN-1", "2026-06-28", "a"));
        assertThat(records().newest("PLAN-1", LocalDate.parse("2026-06-29")))
                .hasValue(record("PLAN-1", "2026-06-28", "a"));
        assertThat(records().newest("PLAN-1", LocalDate.parse("2027-01-01")))
                .hasValue(record("PLAN-1", "2026-06-30", "b"));
        assertThat(records().newest("PLAN-2", LocalDate.parse("2027-01-01"))).isEmpty();
        assertThat(records().between("PLAN-1", LocalDate.parse("2026-06-29"), LocalDate.parse("2026-07-02")))
                .containsExactly(record("PLAN-1", "2026-06-30", "b"));
        assertThat(records().between("PLAN-1", LocalDate.parse("2026-06-01"), LocalDate.parse("2026-07-02")))
                .containsExactly(record("PLAN-1", "2026-06-28", "a"), record("PLAN-1", "2026-06-30", "b"));
    }

    @Test
    void allAreHandedOutByDayThenByNumberOfThePlan() {
        for (int day = 10; day < 30; day++) {
            for (String plan : List.of("PLAN-10", "PLAN-2", "PLAN-1")) {
                records().keep(record(plan, "2026-06-" + day, "x"));
            }
        }
        List<String> found = new ArrayList<>();

        records().each(record -> found.add(record.day().getDayOfMonth() + " " + record.plan()));

        assertThat(found).hasSize(60).startsWith("10 PLAN-1", "10 PLAN-2", "10 PLAN-10", "11 PLAN-1");
    }
}
