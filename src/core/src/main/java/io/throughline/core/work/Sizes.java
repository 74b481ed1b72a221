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

    static long points(double value) {
        boolean usable = value >= 0 && value <= MOST_POINTS;
        return usable ? Math.round(value * POINT_SCALE) : UNSIZED;
    }

    static long seconds(long value) {
        boolean usable = value >= 0 && value <= MOST_SECONDS;
        return usable ? value * SECOND_SCALE : UNSIZED;
    }
}
