package io.throughline.core.measures;

import io.throughline.core.strategy.Frequency;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The periods of a frequency, each named by its last day: Sundays, month ends, quarter ends. */
public final class Periods {
    private Periods() {}

    /** The last day of the period that a day is in: MONTHLY, 15 February 2026 is in the one that ends on the 28th. */
    public static LocalDate endOf(Frequency frequency, LocalDate day) {
        return switch (frequency) {
            case WEEKLY -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTHLY -> day.with(TemporalAdjusters.lastDayOfMonth());
            case QUARTERLY ->
                day.withDayOfMonth(1)
                        .plusMonths(2 - (day.getMonthValue() - 1) % 3)
                        .with(TemporalAdjusters.lastDayOfMonth());
        };
    }

    /** Whether a day is the last of a period. */
    public static boolean isEnd(Frequency frequency, LocalDate day) {
        return endOf(frequency, day).equals(day);
    }

    /** The last day of the period after the one that a day is in. */
    public static LocalDate endAfter(Frequency frequency, LocalDate day) {
        return endOf(frequency, endOf(frequency, day).plusDays(1));
    }

    /** The last day of the period before the one that a day is in. */
    public static LocalDate endBefore(Frequency frequency, LocalDate day) {
        LocalDate end = endOf(frequency, day);
        return switch (frequency) {
            case WEEKLY -> end.minusWeeks(1);
            case MONTHLY -> end.minusMonths(1).with(TemporalAdjusters.lastDayOfMonth());
            case QUARTERLY -> end.minusMonths(3).with(TemporalAdjusters.lastDayOfMonth());
        };
    }

    /** The period end with the fewest days to a day, of two equally near ones the earlier. */
    public static LocalDate nearest(Frequency frequency, LocalDate day) {
        LocalDate after = endOf(frequency, day);
        LocalDate before = endBefore(frequency, day);
        boolean afterIsNearer = ChronoUnit.DAYS.between(day, after) < ChronoUnit.DAYS.between(before, day);
        return afterIsNearer ? after : before;
    }

    /** How many days after its period an actual still says something: 10, 45 or 136. */
    public static int staleAfterDays(Frequency frequency) {
        return switch (frequency) {
            case WEEKLY -> 10;
            case MONTHLY -> 45;
            case QUARTERLY -> 136;
        };
    }
}
