package io.throughline.core.delivery;

import io.throughline.core.work.WorkView;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;

/** The last 12 full weeks before a day; a week runs from Monday to Sunday in the instance's time zone. */
final class Weeks {
    static final int COUNT = 12;
    static final int OUTSIDE = -1;

    /** The first instants of the 12 weeks and of the running one, ascending. */
    private final long[] starts = new long[COUNT + 1];

    Weeks(LocalDate today, ZoneId zone) {
        LocalDate running = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int week = 0; week <= COUNT; week++) {
            starts[week] = running.minusWeeks(COUNT - week)
                    .atStartOfDay(zone)
                    .toInstant()
                    .toEpochMilli();
        }
    }

    /** Whether these are the same 12 weeks. */
    boolean isSame(Weeks other) {
        return Arrays.equals(starts, other.starts);
    }

    /** 0 for the oldest of the 12 to 11 for the week before the running one, {@link #OUTSIDE} for any other time. */
    int of(long resolvedMillis) {
        if (resolvedMillis == WorkView.UNRESOLVED || resolvedMillis < starts[0] || resolvedMillis >= starts[COUNT]) {
            return OUTSIDE;
        }
        int week = 0;
        while (resolvedMillis >= starts[week + 1]) {
            week++;
        }
        return week;
    }
}
