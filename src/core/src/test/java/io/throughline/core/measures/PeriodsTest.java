package io.throughline.core.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.strategy.Frequency;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodsTest {
    @ParameterizedTest
    @CsvSource({
        // frequency, day, end of its period, end after, end before, nearest
        "WEEKLY, 2026-06-29, 2026-07-05, 2026-07-12, 2026-06-28, 2026-06-28",
        "WEEKLY, 2026-07-05, 2026-07-05, 2026-07-12, 2026-06-28, 2026-07-05",
        "WEEKLY, 2026-07-02, 2026-07-05, 2026-07-12, 2026-06-28, 2026-07-05",
        "MONTHLY, 2026-02-15, 2026-02-28, 2026-03-31, 2026-01-31, 2026-02-28",
        "MONTHLY, 2026-02-14, 2026-02-28, 2026-03-31, 2026-01-31, 2026-01-31",
        "MONTHLY, 2024-02-29, 2024-02-29, 2024-03-31, 2024-01-31, 2024-02-29",
        "MONTHLY, 2026-12-01, 2026-12-31, 2027-01-31, 2026-11-30, 2026-11-30",
        "MONTHLY, 2026-03-31, 2026-03-31, 2026-04-30, 2026-02-28, 2026-03-31",
        "QUARTERLY, 2026-01-01, 2026-03-31, 2026-06-30, 2025-12-31, 2025-12-31",
        "QUARTERLY, 2026-05-20, 2026-06-30, 2026-09-30, 2026-03-31, 2026-06-30",
        "QUARTERLY, 2026-08-31, 2026-09-30, 2026-12-31, 2026-06-30, 2026-09-30",
        "QUARTERLY, 2026-12-31, 2026-12-31, 2027-03-31, 2026-09-30, 2026-12-31",
    })
    void periodsEndOnSundaysMonthEndsAndQuarterEnds(
            Frequency frequency, LocalDate day, LocalDate end, LocalDate after, LocalDate before, LocalDate nearest) {
        assertThat(Periods.endOf(frequency, day)).isEqualTo(end);
        assertThat(Periods.endAfter(frequency, day)).isEqualTo(after);
        assertThat(Periods.endBefore(frequency, day)).isEqualTo(before);
        assertThat(Periods.nearest(frequency, day)).isEqualTo(nearest);
        assertThat(Periods.isEnd(frequency, day)).isEqualTo(day.equals(end));
    }

    @ParameterizedTest
    @EnumSource(Frequency.class)
    void everyDayOfFourYearsIsInOnePeriodAndPeriodsFollowEachOther(Frequency frequency) {
        LocalDate day = LocalDate.parse("2024-01-01");
        for (int passed = 0; passed < 1461; passed++, day = day.plusDays(1)) {
            LocalDate end = Periods.endOf(frequency, day);
            assertThat(end).isAfterOrEqualTo(day);
            assertThat(Periods.endOf(frequency, end)).isEqualTo(end);
            assertThat(Periods.endBefore(frequency, day)).isBefore(day);
            assertThat(Periods.endBefore(frequency, Periods.endAfter(frequency, day)))
                    .isEqualTo(end);
        }
    }
}
