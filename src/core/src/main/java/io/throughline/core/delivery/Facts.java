package io.throughline.core.delivery;

import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.work.Sizes;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkView;
import java.util.Arrays;

/**
 * What some items come to in all three measures at once, before any plan's default size: numbers that can be added and
 * taken back exactly. Per status category the count, and per measure the sum of the sizes given and how many gave none.
 */
final class Facts {
    private static final int CATEGORIES = StatusCategory.values().length;
    private static final int DONE = StatusCategory.DONE.number();
    private static final int COUNT = 0;
    private static final int POINTS = 1;
    private static final int NO_POINTS = 2;
    private static final int SECONDS = 3;
    private static final int NO_SECONDS = 4;
    /** Numbers of one category, or of one week. */
    private static final int WIDTH = 5;

    private static final int EXCLUDED = CATEGORIES * WIDTH;
    /** Numbers of one lot of items without its weeks. */
    static final int SIZE = EXCLUDED + 1;
    /** Numbers of the weeks of one lot. */
    static final int WEEKS_SIZE = Weeks.COUNT * WIDTH;

    private final long[] sums = new long[SIZE];
    private final long[] byWeek = new long[WEEKS_SIZE];
    private boolean hasWeeks;
    private boolean isEmpty = true;

    void clear() {
        Arrays.fill(sums, 0);
        if (hasWeeks) {
            Arrays.fill(byWeek, 0);
        }
        hasWeeks = false;
        isEmpty = true;
    }

    boolean isEmpty() {
        return isEmpty;
    }

    /** Adds an item that carries size or is excluded. */
    void add(WorkView work, int at, Weeks weeks) {
        isEmpty = false;
        if (work.isExcluded(at)) {
            sums[EXCLUDED]++;
            return;
        }
        int category = work.category(at).number();
        add(sums, category * WIDTH, work, at);
        int week = category == DONE ? weeks.of(work.resolvedMillis(at)) : Weeks.OUTSIDE;
        if (week != Weeks.OUTSIDE) {
            hasWeeks = true;
            add(byWeek, week * WIDTH, work, at);
        }
    }

    /** The same into an array that holds many lots; a week's numbers go to the other one. */
    static void addExcluded(long[] lots, int lot) {
        lots[lot * SIZE + EXCLUDED]++;
    }

    static void addCarrier(long[] lots, int lot, int category, WorkView work, int at) {
        add(lots, lot * SIZE + category * WIDTH, work, at);
    }

    static void addFinished(long[] weeksOfLot, int week, WorkView work, int at) {
        add(weeksOfLot, week * WIDTH, work, at);
    }

    private static void add(long[] to, int from, WorkView work, int at) {
        long points = work.size(at, SizeMeasure.STORY_POINTS);
        long seconds = work.size(at, SizeMeasure.ORIGINAL_ESTIMATE);
        to[from + COUNT]++;
        if (points == Sizes.UNSIZED) {
            to[from + NO_POINTS]++;
        } else {
            to[from + POINTS] += points;
        }
        if (seconds == Sizes.UNSIZED) {
            to[from + NO_SECONDS]++;
        } else {
            to[from + SECONDS] += seconds;
        }
    }

    /** Becomes one of many lots; {@code weeks} is empty if it has none. */
    void load(long[] lots, int lot, long[] weeks) {
        System.arraycopy(lots, lot * SIZE, sums, 0, SIZE);
        isEmpty = false;
        if (weeks.length > 0) {
            System.arraycopy(weeks, 0, byWeek, 0, WEEKS_SIZE);
        } else if (hasWeeks) {
            Arrays.fill(byWeek, 0);
        }
        hasWeeks = weeks.length > 0;
    }

    /** How many items carry size. */
    int items() {
        return (int) (sums[COUNT] + sums[WIDTH + COUNT] + sums[2 * WIDTH + COUNT]);
    }

    int excluded() {
        return (int) sums[EXCLUDED];
    }

    /** The size of one category in a measure, with the default for what gave none. */
    long size(StatusCategory category, SizeMeasure measure, long fallback) {
        return size(sums, category.number() * WIDTH, measure, fallback);
    }

    boolean hasWeeks() {
        return hasWeeks;
    }

    long finished(int week, SizeMeasure measure, long fallback) {
        return size(byWeek, week * WIDTH, measure, fallback);
    }

    private static long size(long[] of, int from, SizeMeasure measure, long fallback) {
        return switch (measure) {
            case COUNT -> of[from + COUNT];
            case STORY_POINTS -> of[from + POINTS] + of[from + NO_POINTS] * fallback;
            case ORIGINAL_ESTIMATE -> of[from + SECONDS] + of[from + NO_SECONDS] * fallback;
        };
    }

    /** How many took the default. */
    int unsized(SizeMeasure measure) {
        int from = measure == SizeMeasure.STORY_POINTS ? NO_POINTS : NO_SECONDS;
        return measure == SizeMeasure.COUNT ? 0 : (int) (sums[from] + sums[WIDTH + from] + sums[2 * WIDTH + from]);
    }
}
