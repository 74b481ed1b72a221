package io.throughline.core.delivery;

import io.throughline.core.work.Finished;
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

    /** The first quarter of an hour that begins in them, and from there on the week of each. */
    private final int first;

    private final byte[] weekOfQuarter;

    Weeks(LocalDate today, ZoneId zone) {
        LocalDate running = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int week = 0; week <= COUNT; week++) {
            starts[week] = running.minusWeeks(COUNT - week)
                    .atStartOfDay(zone)
                    .toInstant()
                    .toEpochMilli();
        }
        first = firstQuarterSince(starts[0]);
        weekOfQuarter = new byte[firstQuarterSince(starts[COUNT]) - first];
        for (int week = 1; week < COUNT; week++) {
            Arrays.fill(weekOfQuarter, firstQuarterSince(starts[week]) - first, weekOfQuarter.length, (byte) week);
        }
    }

    /** Whether these are the same 12 weeks. */
    boolean isSame(Weeks other) {
        return Arrays.equals(starts, other.starts);
    }

    /**
     * 0 for the oldest of the 12 to 11 for the week before the running one, {@link #OUTSIDE} for any other time.
     *
     * @param quarter as {@link WorkView#resolvedQuarter} says it
     */
    int of(int quarter) {
        int since = quarter - first;
        return since >= 0 && since < weekOfQuarter.length ? weekOfQuarter[since] : OUTSIDE;
    }

    /** For noting what was finished in one of them. */
    Finished finished(int most) {
        return new Finished(first, weekOfQuarter.length, most);
    }

    private static int firstQuarterSince(long millis) {
        return (int) Math.max(1, Math.floorDiv(millis - 1, WorkView.QUARTER) + 1); // 0 stands for none
    }
}
