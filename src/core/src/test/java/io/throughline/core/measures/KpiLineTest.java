package io.throughline.core.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.core.World;
import io.throughline.core.strategy.Attestation;
import io.throughline.core.strategy.Band;
import io.throughline.core.strategy.Direction;
import io.throughline.core.strategy.Frequency;
import io.throughline.core.strategy.Indicator;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.Point;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiLineTest {
    static Kpi kpi(double baseline, double target, Point... milestones) {
        Direction direction = target > baseline ? Direction.INCREASE : Direction.DECREASE;
        return make(direction, new Point(World.START, baseline), new Point(World.END, target), null, milestones);
    }

    static Kpi band(double low, double high, double tolerance) {
        return make(Direction.MAINTAIN, null, null, new Band(low, high, tolerance));
    }

    private static Kpi make(Direction direction, Point baseline, Point target, Band band, Point... milestones) {
        return new Kpi(
                "KPI-1",
                "OBJ-1",
                "",
                null,
                null,
                direction,
                baseline,
                target,
                List.of(milestones),
                band,
                Frequency.MONTHLY,
                1,
                false,
                Indicator.LAGGING,
                null,
                Attestation.NONE,
                new KpiSource.Manual(),
                1);
    }

    private static Point on(String date, double value) {
        return new Point(LocalDate.parse(date), value);
    }

    @ParameterizedTest
    @CsvSource({"2025-06-01, 10", "2026-06-30, 12", "2027-06-30, 20"})
    void theValueOfTheLineIsThatOfItsPartBetweenTwoPoints(LocalDate day, double value) {
        Kpi kpi = kpi(10, 20, on("2026-06-30", 12), on("2027-06-30", 99));

        assertThat(new KpiLine(kpi).expectedValue(day))
                .hasValueSatisfying(is -> assertThat(is).isCloseTo(value, within(1e-9)));
        assertThat(new KpiLine(kpi).line()).extracting(Point::value).containsExactly(10.0, 12.0, 20.0);
        assertThat(new KpiLine(band(40, 60, 10)).expectedValue(day)).isEmpty();
        assertThat(new KpiLine(band(40, 60, 10)).line()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 20, 15.2, 0.52",
        "10, 20, 10, 0",
        "10, 20, 20, 1",
        "10, 20, 9, -0.1",
        "10, 20, 25, 1.5",
        "20, 10, 14.8, 0.52",
        "20, 10, 22, -0.2",
        "-5, 5, 0, 0.5"
    })
    void attainmentIsTheWayMadeRaw(double baseline, double target, double value, double attainment) {
        assertThat(new KpiLine(kpi(baseline, target)).attainment(value)).isCloseTo(attainment, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"40, 1", "60, 1", "50, 1", "64, 0.6", "36, 0.6", "70, 0", "30, 0", "500, 0", "-500, 0"})
    void aBandIsKeptOrLostByItsTolerance(double value, double attainment) {
        KpiLine line = new KpiLine(band(40, 60, 10));

        assertThat(line.attainment(value)).isCloseTo(attainment, within(1e-12));
        assertThat(line.expected(World.START)).isEqualTo(1);
        assertThat(line.isEarly(World.START)).isFalse();
        assertThat(line.pace(line.attainment(value), World.START)).isCloseTo(attainment, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"2025-06-30, 0", "2026-01-01, 0", "2026-06-30, 0.494505", "2026-12-31, 1", "2027-06-30, 1"})
    void expectedFollowsTheLine(LocalDate day, double expected) {
        assertThat(new KpiLine(kpi(10, 20)).expected(day)).isCloseTo(expected, within(1e-6));
        assertThat(new KpiLine(kpi(20, 10)).expected(day)).isCloseTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 0",
        "2026-04-01, 0.1",
        "2026-06-30, 0.2",
        "2026-09-29, 0.55",
        "2026-09-30, 0.55434783",
        "2026-12-29, 0.9",
        "2026-12-30, 0.95",
        "2026-12-31, 1"
    })
    void expectedGoesThroughTheMilestonesInTheOrderOfTheirDates(LocalDate day, double expected) {
        KpiLine line = new KpiLine(kpi(10, 20, on("2026-12-29", 19), on("2026-06-30", 12)));

        assertThat(line.expected(day)).isCloseTo(expected, within(5e-3));
    }

    @Test
    void milestonesOutsideTheTwoDatesSayNothing() {
        KpiLine line = new KpiLine(
                kpi(10, 20, on("2025-12-31", 19), on("2026-01-01", 19), on("2026-12-31", 11), on("2027-03-31", 0)));

        assertThat(line.expected(LocalDate.parse("2026-07-02"))).isEqualTo(0.5);
        assertThat(line.expected(LocalDate.parse("2026-12-31"))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        // value, day, pace: 0.5 is expected on 2 July
        "15.2, 2026-07-02, 1.04",
        "14.5, 2026-07-02, 0.9",
        "9, 2026-07-02, -0.2",
        "30, 2026-07-02, 4",
        // early, the 36th day is in the first tenth of 364, the 37th is not
        "10, 2026-02-06, 1",
        "10, 2026-02-07, 0",
        "10.5, 2026-01-31, 1",
        "15, 2026-01-31, 1",
        // grace is not for going backwards
        "9, 2026-01-31, -1.2133333",
        // before the baseline date nothing is expected
        "9, 2026-01-01, 0",
        "10, 2025-12-31, 1"
    })
    void paceIsWayMadeByWayExpected(double value, LocalDate day, double pace) {
        KpiLine line = new KpiLine(kpi(10, 20));

        assertThat(line.pace(line.attainment(value), day)).isCloseTo(pace, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "8.1, 1", "7.9, 0", "10, 1"})
    void whereLessThanNothingIsExpectedItIsReachedOrNot(double value, double pace) {
        KpiLine line = new KpiLine(kpi(10, 20, on("2026-07-02", 8)));

        assertThat(line.pace(line.attainment(value), LocalDate.parse("2026-07-02")))
                .isEqualTo(pace);
    }

    @Test
    void theFirstTenthEndsWithItsLastDay() {
        Kpi kpi = make(Direction.INCREASE, on("2026-01-01", 0), on("2026-04-11", 100), null);

        assertThat(new KpiLine(kpi).isEarly(LocalDate.parse("2026-01-11"))).isTrue();
        assertThat(new KpiLine(kpi).isEarly(LocalDate.parse("2026-01-12"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, GREEN", "0.9, GREEN", "0.8999, AMBER", "0.7, AMBER", "0.6999, RED", "-2, RED", "7, GREEN"})
    void healthFollowsThePace(double pace, OutcomeHealth health) {
        assertThat(OutcomeHealth.ofPace(pace)).isEqualTo(health);
    }
}
