package io.throughline.host.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedDatesTest {

    private final SeedDates dates = new SeedDates(LocalDate.of(2026, 8, 31));

    @ParameterizedTest
    @CsvSource({
        "today, 2026-08-31",
        "today-1, 2026-08-30",
        "today+10d, 2026-09-10",
        "today-3w, 2026-08-10",
        "today+6m, 2027-02-28",
        "today-2y, 2024-08-31",
        "weekEnd, 2026-09-06",
        "weekEnd-1, 2026-08-30",
        "monthEnd, 2026-08-31",
        "monthEnd-6, 2026-02-28",
        "quarterEnd, 2026-09-30",
        "quarterEnd-1, 2026-06-30",
        "quarterEnd+2, 2027-03-31",
        "yearStart, 2026-01-01",
        "yearEnd+1, 2027-12-31"
    })
    void namesOfDaysFollowTheDayOfPlaying(String name, String day) {
        assertThat(dates.find(name)).contains(day);
    }

    @Test
    void otherNamesAreNoDates() {
        assertThat(dates.find("plan")).isEmpty();
        assertThat(dates.find("today+x")).isEmpty();
    }
}
