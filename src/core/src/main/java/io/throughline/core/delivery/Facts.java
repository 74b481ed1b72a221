package io.throughline.core.delivery;

import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What some items come to in all three measures at once, before any plan's default size: numbers that can be added and
 * taken back exactly. Per status category the count, and per measure the sum of the sizes given and how many gave none.
 */
final class Facts {
    private static final int CATEGORIES = StatusCategory.values().length;
    private static final int DONE = StatusCategory.DONE.number();
    // the order of the five is that of WorkView.addSize
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

    private static final long[] NONE = {};

    private long[] sums;
    private int from;
    private long[] byWeek;
    /** The weeks in which anything was finished are among these; none as long as the first is after the last. */
    private int firstWeek = Weeks.COUNT;

    private int lastWeek = -1;
    private boolean isEmpty = true;

    /** Nothing yet, to add to. */
    Facts() {
        this(new long[SIZE], new long[WEEKS_SIZE]);
    }

    private Facts(long[] sums, long[] byWeek) {
        this.sums = sums;
        this.byWeek = byWeek;
    }

    /** To {@link #show} lots with, not to add to. */
    static Facts window() {
        return new Facts(NONE, NONE);
    }

    void clear() {
        Arrays.fill(sums, 0);
        if (firstWeek <= lastWeek) {
            Arrays.fill(byWeek, firstWeek * WIDTH, (lastWeek + 1) * WIDTH, 0);
        }
        firstWeek = Weeks.COUNT;
        lastWeek = -1;
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
        work.addSize(at, sums, category * WIDTH);
        int week = category == DONE ? weeks.of(work.resolvedQuarter(at)) : Weeks.OUTSIDE;
        if (week != Weeks.OUTSIDE) {
            firstWeek = Math.min(firstWeek, week);
            lastWeek = Math.max(lastWeek, week);
            work.addSize(at, byWeek, week * WIDTH);
        }
    }

    /** The same into an array that holds many lots; a week's numbers go to the other one. */
    static void addExcluded(long[] lots, int lot) {
        lots[lot * SIZE + EXCLUDED]++;
    }

    static void addCarrier(long[] lots, int lot, int category, WorkView work, int at) {
        work.addSize(at, lots, lot * SIZE + category * WIDTH);
    }

    static void addFinished(long[] weeksOfLot, int week, WorkView work, int at) {
        work.addSize(at, weeksOfLot, week * WIDTH);
    }

    /** Shows one of many lots, as long as those stay as they are. */
    void show(long[] lots, int lot, long @Nullable [] weeksOfLot) {
        sums = lots;
        from = lot * SIZE;
        byWeek = weeksOfLot == null ? NONE : weeksOfLot;
        firstWeek = 0;
        lastWeek = weeksOfLot == null ? -1 : Weeks.COUNT - 1;
        isEmpty = false;
    }

    /** How many items carry size. */
    int items() {
        return inAllCategories(COUNT);
    }

    int excluded() {
        return (int) sums[from + EXCLUDED];
    }

    /** The size of one category in a measure, with the default for what gave none. */
    long size(StatusCategory category, SizeMeasure measure, long fallback) {
        return size(sums, from + category.number() * WIDTH, measure, fallback);
    }

    /** The first of the weeks in which anything may have been finished; after the {@link #lastWeek} if there is none. */
    int firstWeek() {
        return firstWeek;
    }

    int lastWeek() {
        return lastWeek;
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
        return switch (measure) {
            case COUNT -> 0;
            case STORY_POINTS -> inAllCategories(NO_POINTS);
            case ORIGINAL_ESTIMATE -> inAllCategories(NO_SECONDS);
        };
    }

    private int inAllCategories(int what) {
        return (int) (sums[from + what] + sums[from + WIDTH + what] + sums[from + 2 * WIDTH + what]);
    }
}
