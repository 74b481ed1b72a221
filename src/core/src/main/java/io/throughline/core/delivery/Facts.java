package io.throughline.core.delivery;

import io.throughline.core.work.Finished;
import io.throughline.core.work.Sizes;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkView;
import java.util.Arrays;

/**
 * What some items come to in all three measures at once, before any plan's default size: numbers that can be added and
 * taken back exactly. Per status category the count, and per measure the sum of the sizes given and how many gave none.
 */
final class Facts {
    private static final int DONE = StatusCategory.DONE.number();
    private static final int BUSY = StatusCategory.IN_PROGRESS.number();
    private static final int TO_DO = StatusCategory.TO_DO.number();

    /** Where a row of what is excluded follows those of the categories. */
    private static final int EXCLUDED = WorkView.EXCLUDED * Sizes.ROW;
    /** Numbers of some items without their weeks. */
    private static final int SIZE = EXCLUDED + Sizes.ROW;

    private final long[] sums = new long[SIZE];
    private final long[] byWeek = new long[Weeks.COUNT * Sizes.ROW];
    /** A bit for each week in which anything was finished. */
    private int weeks;

    /** How many items were added one by one. */
    private int added;

    void clear() {
        Arrays.fill(sums, 0);
        clearWeeks();
        added = 0;
    }

    /** Forgets what was finished when. */
    void clearWeeks() {
        for (int left = weeks; left != 0; left &= left - 1) {
            int week = Integer.numberOfTrailingZeros(left);
            for (int at = week * Sizes.ROW; at < (week + 1) * Sizes.ROW; at++) {
                byWeek[at] = 0;
            }
        }
        weeks = 0;
    }

    boolean isEmpty() {
        return added == 0;
    }

    /** Adds an item that carries size or is excluded. */
    void add(WorkView work, int at, Weeks weeksNow) {
        added++;
        int row = work.countsAs(at);
        work.addSize(at, sums, row * Sizes.ROW);
        int week = row == DONE ? weeksNow.of(work.resolvedQuarter(at)) : Weeks.OUTSIDE;
        if (week != Weeks.OUTSIDE) {
            addFinished(work, at, week);
        }
    }

    /** Adds {@link WorkView#gather items in a row} to the sums, and not to what was finished when; returns where the row ends. */
    int gather(WorkView work, int from, int bound, Finished finished) {
        int end = work.gather(from, bound, sums, finished);
        added += end - from;
        return end;
    }

    /** Adds to what was finished in a week, not to the sums. */
    void addFinished(WorkView work, int at, int week) {
        weeks |= 1 << week;
        work.addSize(at, byWeek, week * Sizes.ROW);
    }

    /** Whether so many more items can be told of. */
    boolean hasRoomFor(int more) {
        return added <= Sizes.MOST_IN_ROW - more;
    }

    /** How many items carry size. */
    int items() {
        return Sizes.items(sums, row(TO_DO)) + Sizes.items(sums, row(BUSY)) + Sizes.items(sums, row(DONE));
    }

    int excluded() {
        return Sizes.items(sums, EXCLUDED);
    }

    long toDo(Sizes.Reader measure) {
        return measure.size(sums, row(TO_DO));
    }

    long busy(Sizes.Reader measure) {
        return measure.size(sums, row(BUSY));
    }

    long done(Sizes.Reader measure) {
        return measure.size(sums, row(DONE));
    }

    /** How many took the default size. */
    int unsized(Sizes.Reader measure) {
        return measure.unsized(sums, row(TO_DO)) + measure.unsized(sums, row(BUSY)) + measure.unsized(sums, row(DONE));
    }

    private static int row(int category) {
        return category * Sizes.ROW;
    }

    /** A bit for each week in which anything was finished, the lowest for the oldest. */
    int weeks() {
        return weeks;
    }

    long finished(int week, Sizes.Reader measure) {
        return measure.size(byWeek, week * Sizes.ROW);
    }
}
