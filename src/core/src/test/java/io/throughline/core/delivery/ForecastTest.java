package io.throughline.core.delivery;

import static io.throughline.core.work.StatusCategory.DONE;
import static io.throughline.core.work.StatusCategory.TO_DO;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.World;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.work.WorkView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-07-02");

    private static long[] weeks(int finishing, long size) {
        long[] weeks = new long[12];
        Arrays.fill(weeks, 0, finishing, size);
        return weeks;
    }

    @ParameterizedTest
    @CsvSource({"20, 4", "21, 5", "5, 1", "1, 1", "100, 20"})
    void steadyWeeksTakeAsLongAsADivisionSays(long remaining, int weeks) {
        Forecast forecast = Forecast.of("OBJ-1", TODAY, 200, remaining, weeks(12, 5));

        assertThat(forecast).isEqualTo(new Forecast(TODAY.plusWeeks(weeks), TODAY.plusWeeks(weeks), null));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 12, NO_WORK",
        "10, 0, 12, ALL_DONE",
        "10, 5, 3, TOO_LITTLE_HISTORY",
        "10, 5, 0, TOO_LITTLE_HISTORY",
        "1000000, 1000000, 4, TOO_FAR"
    })
    void withoutAForecastThereIsAReason(long total, long remaining, int finishing, ForecastGap gap) {
        Forecast forecast = Forecast.of("OBJ-1", TODAY, total, remaining, weeks(finishing, 1));

        assertThat(forecast).isEqualTo(Forecast.none(gap));
        assertThat(forecast.gap().inEnglish()).isNotBlank();
    }

    @Test
    void fourWeeksThatFinishedSomethingAreEnoughAndEmptyWeeksAreDrawnToo() {
        // a third of the weeks finishes 1, so 10 to go take some 30 weeks: a negative binomial distribution has its
        // median at 29 and its 85th percentile at 38
        Forecast forecast = Forecast.of("OBJ-1", TODAY, 20, 10, weeks(4, 1));

        assertThat(forecast.p50()).isBetween(TODAY.plusWeeks(28), TODAY.plusWeeks(30));
        assertThat(forecast.p85()).isBetween(TODAY.plusWeeks(37), TODAY.plusWeeks(39));
    }

    @Test
    void tenYearsAreTheHorizon() {
        assertThat(Forecast.of("OBJ-1", TODAY, 600, 520, weeks(12, 1)).p85()).isEqualTo(TODAY.plusWeeks(520));
        assertThat(Forecast.of("OBJ-1", TODAY, 600, 521, weeks(12, 1)).gap()).isEqualTo(ForecastGap.TOO_FAR);
    }

    @Test
    void theSameKeyAndDayAlwaysSayTheSame() {
        long[] uneven = {0, 7, 1, 0, 12, 3, 3, 0, 9, 2, 0, 4};

        Forecast first = Forecast.of("OBJ-1", TODAY, 500, 300, uneven);

        assertThat(Forecast.of("OBJ-1", TODAY, 500, 300, uneven.clone())).isEqualTo(first);
        assertThat(Forecast.of("OBJ-2", TODAY, 500, 300, uneven)).isNotNull();
        // 300 at a mean of 41 / 12 a week: 88 weeks; written down, so that another machine, JDK or year says so too
        assertThat(first).isEqualTo(new Forecast(TODAY.plusWeeks(89), TODAY.plusWeeks(100), null));
    }

    @ParameterizedTest
    @CsvSource({
        // Thursday 2 July: the running week began on Monday 29 June, the 12 before it on 6 April
        "2026-04-05T23:59:59.999Z, -1",
        "2026-04-06T00:00:00Z, 0",
        "2026-04-12T23:59:59Z, 0",
        "2026-04-13T00:00:00Z, 1",
        "2026-06-22T00:00:00Z, 11",
        "2026-06-28T23:59:59.999Z, 11",
        "2026-06-29T00:00:00Z, -1",
        "2026-07-02T10:00:00Z, -1"
    })
    void onlyTheLastTwelveFullWeeksCount(Instant resolved, int week) {
        assertThat(new Weeks(TODAY, ZoneOffset.UTC).of(quarter(resolved))).isEqualTo(week);
        assertThat(new Weeks(TODAY.minusDays(3), ZoneOffset.UTC).of(quarter(resolved)))
                .isEqualTo(week);
        assertThat(new Weeks(TODAY.plusDays(3), ZoneOffset.UTC).of(quarter(resolved)))
                .isEqualTo(week);
    }

    @Test
    void weeksBeginAtMidnightWhereTheInstanceIs() {
        Weeks weeks = new Weeks(TODAY, ZoneId.of("Europe/Berlin"));

        assertThat(weeks.of(quarter(Instant.parse("2026-06-28T21:59:59Z")))).isEqualTo(11);
        assertThat(weeks.of(quarter(Instant.parse("2026-06-28T22:00:00Z")))).isEqualTo(Weeks.OUTSIDE);
        assertThat(weeks.of(0)).isEqualTo(Weeks.OUTSIDE);
    }

    private static int quarter(Instant at) {
        return (int) (at.toEpochMilli() / WorkView.QUARTER);
    }

    @Test
    void aNodeForecastsFromTheWeeksOfItsOwnWork() {
        World world = World.small()
                .objective("OBJ-2", "TH-1")
                .objective("OBJ-3", "TH-1", 1, ObjectiveState.ACHIEVED)
                .linkIssue("OBJ-1", 1)
                .linkIssue("OBJ-2", 2)
                .epic(1, 0, TO_DO)
                .epic(2, 0, TO_DO)
                .story(20, 2, TO_DO);
        for (int week = 0; week < 12; week++) {
            world.put(World.item(100 + week, "Story", 1, DONE)
                    .resolved(Instant.parse("2026-04-08T12:00:00Z").plusSeconds(week * 7L * 86_400)));
        }
        for (int story = 0; story < 6; story++) {
            world.story(200 + story, 1, TO_DO);
        }
        world.keep("OBJ-3", new DeliveryBlock(1, 1, 0, 1.0, 1.0, 1.0, DeliveryHealth.DONE, 1, 0, 0));
        Deliveries delivery = world.scoring().plan("PLAN-1").deliveries();

        assertThat(delivery.forecast("OBJ-1")).contains(new Forecast(TODAY.plusWeeks(6), TODAY.plusWeeks(6), null));
        assertThat(delivery.forecast("OBJ-2")).contains(Forecast.none(ForecastGap.TOO_LITTLE_HISTORY));
        assertThat(delivery.forecast("OBJ-3")).contains(Forecast.none(ForecastGap.ACHIEVED));
        assertThat(delivery.forecast("TH-1")).contains(new Forecast(TODAY.plusWeeks(7), TODAY.plusWeeks(7), null));
        assertThat(delivery.forecast("OBJ-404")).isEmpty();
    }
}
