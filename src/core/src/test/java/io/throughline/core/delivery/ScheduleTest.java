package io.throughline.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.core.strategy.Thresholds;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-04-11, 2026-01-26, 0.25",
        "2026-01-01, 2026-04-11, 2026-01-01, 0",
        "2026-01-01, 2026-04-11, 2025-12-01, 0",
        "2026-01-01, 2026-04-11, 2026-04-10, 0.99",
        "2026-01-01, 2026-04-11, 2026-04-11, 1",
        "2026-01-01, 2026-04-11, 2027-01-01, 1",
        "2026-01-01, 2026-01-01, 2025-12-31, 0",
        "2026-01-01, 2026-01-01, 2026-01-01, 1",
        "2026-03-01, 2026-02-01, 2026-01-31, 0",
        "2026-03-01, 2026-02-01, 2026-02-01, 1",
    })
    void expectedIsThePartOfTheTimeThatHasPassed(LocalDate start, LocalDate due, LocalDate today, double expected) {
        assertThat(Schedule.expected(start, due, today)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0.45, 0.888889", "0, 0.45, 0", "1, 0.5, 2"})
    void scheduleIsProgressByExpected(double progress, double expected, double schedule) {
        assertThat(Schedule.schedule(progress, expected)).isCloseTo(schedule, within(1e-6));
    }

    @Test
    void scheduleIsUnknownWithoutProgressOrExpectation() {
        assertThat(Schedule.schedule(null, 0.5)).isNull();
        assertThat(Schedule.schedule(0.5, null)).isNull();
        assertThat(Schedule.schedule(0.5, 0.0)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // total, done, in progress, progress, expected, past due, health
        "0,    0,   0,  ,      0.5,  false, NO_WORK",
        "0,    0,   0,  ,      1,    true,  NO_WORK",
        "10,   10,  0,  1,     0.5,  false, DONE",
        "10,   10,  0,  1,     1,    true,  DONE",
        "10,   9,   1,  0.9,   1,    true,  OFF_TRACK",
        "10,   0,   0,  0,     0.09, false, NOT_STARTED",
        "10,   0,   1,  0,     0.09, false, ON_TRACK",
        "10,   1,   0,  0.1,   0.09, false, ON_TRACK",
        "10,   0,   0,  0,     0,    false, NOT_STARTED",
        "10,   0,   0,  0,     0.1,  false, OFF_TRACK",
        "100,  9,   0,  0.09,  0.1,  false, ON_TRACK",
        "120,  40,  0,  0.3333333, 0.45, false, AT_RISK",
        "100,  45,  0,  0.45,  0.5,  false, ON_TRACK",
        "1000, 449, 0,  0.449, 0.5,  false, AT_RISK",
        "100,  35,  0,  0.35,  0.5,  false, AT_RISK",
        "1000, 349, 0,  0.349, 0.5,  false, OFF_TRACK",
        "100,  7,   0,  0.07,  0.1,  false, AT_RISK",
    })
    void healthIsTheFirstThatMatches(
            long total,
            long done,
            long inProgress,
            Double progress,
            Double expected,
            boolean pastDue,
            DeliveryHealth health) {
        Schedule.Counted counted = new Schedule.Counted(total, done, inProgress);

        assertThat(Schedule.health(counted, progress, expected, pastDue, Thresholds.DEFAULT))
                .isEqualTo(health);
    }

    @Test
    void thresholdsAreThePlans() {
        Schedule.Counted counted = new Schedule.Counted(100, 40, 0);

        assertThat(Schedule.health(counted, 0.4, 0.5, false, new Thresholds(0.8, 0.5)))
                .isEqualTo(DeliveryHealth.ON_TRACK);
        assertThat(Schedule.health(counted, 0.4, 0.5, false, new Thresholds(0.95, 0.85)))
                .isEqualTo(DeliveryHealth.OFF_TRACK);
    }
}
