package io.throughline.app.edit;

import io.throughline.core.strategy.Frequency;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** The days on which periods end: Sundays, month ends, quarter ends. */
final class Periods {
    private Periods() {}

    static boolean isEnd(Frequency frequency, LocalDate day) {
        return endOf(frequency, day).equals(day);
    }

    /** The end that is nearest to a day; of two equally near ones the later. */
    static LocalDate nearest(Frequency frequency, LocalDate day) {
        LocalDate next = endOf(frequency, day);
        LocalDate last = previous(frequency, next);
        return ChronoUnit.DAYS.between(last, day) < ChronoUnit.DAYS.between(day, next) ? last : next;
    }

    /** The end of the period in which a day lies. */
    static LocalDate endOf(Frequency frequency, LocalDate day) {
        return switch (frequency) {
            case WEEKLY -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTHLY -> day.with(TemporalAdjusters.lastDayOfMonth());
            case QUARTERLY ->
                day.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(2).with(TemporalAdjusters.lastDayOfMonth());
        };
    }

    private static LocalDate previous(Frequency frequency, LocalDate end) {
        return switch (frequency) {
            case WEEKLY -> end.minusWeeks(1);
            case MONTHLY -> end.with(TemporalAdjusters.firstDayOfMonth()).minusDays(1);
            case QUARTERLY -> end.with(IsoFields.DAY_OF_QUARTER, 1).minusDays(1);
        };
    }
}
