package io.throughline.core.work;

import io.throughline.core.strategy.SizeMeasure;
import org.jspecify.annotations.Nullable;

/**
 * Sizes as whole numbers, so that sums do not depend on the order of adding.
 *
 * <p>{@code fixed = round(value x scale)}; scale 1 for COUNT, 1,000,000 for STORY_POINTS, 1,000 for ORIGINAL_ESTIMATE.
 * 0.1 + 0.2 points are 100,000 + 200,000 = 300,000, read back as 0.3 (as doubles they would be 0.30000000000000004).
 */
public final class Sizes {
    /** Marks an item without a usable size. */
    public static final long UNSIZED = -1;

    /** More than this many points is no size but a slip of the keyboard: taken as unsized, which is counted. */
    public static final double MOST_POINTS = 1e9;

    /** More than this many seconds (31,688 years) is taken as unsized. */
    public static final long MOST_SECONDS = 1_000_000_000_000L;

    /**
     * How many longs the sums over some items take, a <em>row</em>: the {@link #items counts}, their points, their seconds.
     * Three and not five, because a pass over a million items adds them a million times.
     */
    public static final int ROW = 3;

    /** Of more items than this a row cannot tell how many they are: three counts share one long. */
    public static final int MOST_IN_ROW = (1 << 21) - 1;

    static final int COUNTS = 0;
    static final int POINTS = 1;
    static final int SECONDS = 2;
    private static final int NO_POINTS_SHIFT = 21;
    private static final int NO_SECONDS_SHIFT = 42;

    private static final long POINT_SCALE = 1_000_000;
    private static final long SECOND_SCALE = 1_000;

    private Sizes() {}

    /** How many fixed units one unit of the measure has. */
    public static long scale(SizeMeasure measure) {
        return switch (measure) {
            case COUNT -> 1;
            case STORY_POINTS -> POINT_SCALE;
            case ORIGINAL_ESTIMATE -> SECOND_SCALE;
        };
    }

    /** Back to the measure's unit: 2,500,000 STORY_POINTS are 2.5. */
    public static double value(long fixed, SizeMeasure measure) {
        return (double) fixed / scale(measure);
    }

    /** The size of an item that has none: the plan's default, else the instance's; always 1 for COUNT. */
    public static long fallback(SizeMeasure measure, @Nullable Double ofPlan, WorkRules rules) {
        if (measure == SizeMeasure.COUNT) {
            return 1;
        }
        double ofInstance = measure == SizeMeasure.STORY_POINTS ? rules.defaultPoints() : rules.defaultSeconds();
        return Math.round((ofPlan == null ? ofInstance : ofPlan) * scale(measure));
    }

    /** How many items are in the row that begins at {@code row}. */
    public static int items(long[] sums, int row) {
        return (int) sums[row + COUNTS] & MOST_IN_ROW;
    }

    /** The counts that one item adds, by its size in both measures. */
    static long counts(long fixedPoints, long fixedSeconds) {
        return 1
                | (fixedPoints == UNSIZED ? 1L << NO_POINTS_SHIFT : 0)
                | (fixedSeconds == UNSIZED ? 1L << NO_SECONDS_SHIFT : 0);
    }

    /** Reads rows in one measure with one default size, without asking for the measure each time. */
    public static final class Reader {
        private final int column;
        /** Takes what the column says, or nothing where items are counted. */
        private final long mask;
        /** Which of the counts takes the default size; where items are counted it is all, of size 1. */
        private final int shift;

        private final long fallback;

        public Reader(SizeMeasure measure, long fallback) {
            column = measure == SizeMeasure.ORIGINAL_ESTIMATE ? SECONDS : POINTS;
            mask = measure == SizeMeasure.COUNT ? 0 : -1;
            this.fallback = measure == SizeMeasure.COUNT ? 1 : fallback;
            shift = switch (measure) {
                case COUNT -> 0;
                case STORY_POINTS -> NO_POINTS_SHIFT;
                case ORIGINAL_ESTIMATE -> NO_SECONDS_SHIFT;
            };
        }

        /** The sum of a row, in fixed units. */
        public long size(long[] sums, int row) {
            return (sums[row + column] & mask) + (sums[row + COUNTS] >>> shift & MOST_IN_ROW) * fallback;
        }

        /** How many of its items took the default size. */
        public int unsized(long[] sums, int row) {
            return (int) (sums[row + COUNTS] >>> shift & MOST_IN_ROW & mask);
        }

        /** The size of what has none. */
        public long fallback() {
            return fallback;
        }
    }

    static long points(double value) {
        boolean usable = value >= 0 && value <= MOST_POINTS;
        return usable ? Math.round(value * POINT_SCALE) : UNSIZED;
    }

    static long seconds(long value) {
        boolean usable = value >= 0 && value <= MOST_SECONDS;
        return usable ? value * SECOND_SCALE : UNSIZED;
    }
}
