package io.throughline.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.work.WorkView;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which of the last twelve full weeks something was finished. */
class WeeksTest {
    private static final int QUARTERS_OF_A_DAY = 96;

    /** Days with both changes of the clock, half an hour of it on Lord Howe, and zones that are off by quarters. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-22, UTC",
        "2026-11-23, UTC",
        "2026-11-22, Europe/Berlin",
        "2026-05-06, Europe/Berlin",
        "2026-11-22, Australia/Lord_Howe",
        "2026-05-06, Australia/Lord_Howe",
        "2026-11-22, Asia/Kathmandu",
        "2026-11-22, America/St_Johns"
    })
    void everyQuarterOfAnHourIsInTheWeekOfItsMonday(LocalDate today, String zone) {
        Weeks weeks = new Weeks(today, ZoneId.of(zone));
        LocalDate running = monday(today);
        int now = quarter(today.atStartOfDay(ZoneId.of(zone)).toInstant());
        for (int quarter = now - 100 * QUARTERS_OF_A_DAY; quarter < now + 10 * QUARTERS_OF_A_DAY; quarter++) {
            Instant at = Instant.ofEpochMilli(quarter * WorkView.QUARTER);
            long weeksAgo =
                    ChronoUnit.WEEKS.between(monday(at.atZone(ZoneId.of(zone)).toLocalDate()), running);
            int expected = weeksAgo < 1 || weeksAgo > Weeks.COUNT ? Weeks.OUTSIDE : Weeks.COUNT - (int) weeksAgo;
            assertThat(weeks.of(quarter)).as("%s", at).isEqualTo(expected);
        }
    }

    @Test
    void whatWasNeverResolvedIsInNoWeekNotEvenInJanuary1970() {
        Weeks weeks = new Weeks(LocalDate.of(1970, 2, 1), ZoneId.of("UTC"));

        assertThat(weeks.of(0)).isEqualTo(Weeks.OUTSIDE);
        assertThat(weeks.of(1)).isEqualTo(8);
        assertThat(weeks.of(5 * QUARTERS_OF_A_DAY)).isEqualTo(9);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static int quarter(Instant at) {
        return (int) (at.toEpochMilli() / WorkView.QUARTER);
    }
}
