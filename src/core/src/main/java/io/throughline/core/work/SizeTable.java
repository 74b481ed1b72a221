package io.throughline.core.work;

import io.throughline.core.strategy.SizeMeasure;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of story points and original estimate, each kept once under a number: people use few different sizes. Number 0 is
 * the pair without any.
 *
 * <p>Keeps what was given, so that it comes back as it was, and the fixed units that are summed.
 */
final class SizeTable {
    private static final long NO_SECONDS = Long.MIN_VALUE;

    private int count;
    private double[] points = new double[16];
    private long[] seconds = new long[16];
    /** A {@link Sizes#ROW row} each: what one item of this size adds to sums. */
    long[] rows = new long[16 * Sizes.ROW];
    /** Number + 1 by hash of the pair, 0 is free; at most half full. */
    private int[] table = new int[64];

    SizeTable() {
        of(Double.NaN, NO_SECONDS);
    }

    int of(WorkItem item) {
        return of(points(item), seconds(item));
    }

    /** The same for an item that had a size before: nearly all changes keep it, and then nothing is looked up. */
    int of(WorkItem item, int before) {
        double givenPoints = points(item);
        long givenSeconds = seconds(item);
        return isPair(before, Double.doubleToLongBits(givenPoints), givenSeconds)
                ? before
                : of(givenPoints, givenSeconds);
    }

    private static double points(WorkItem item) {
        return item.storyPoints() == null ? Double.NaN : item.storyPoints();
    }

    private static long seconds(WorkItem item) {
        return item.originalEstimateSeconds() == null ? NO_SECONDS : item.originalEstimateSeconds();
    }

    private boolean isPair(int number, long pointsBits, long givenSeconds) {
        return Double.doubleToLongBits(points[number]) == pointsBits && seconds[number] == givenSeconds;
    }

    /** The number here of what is a pair there. */
    int adopt(SizeTable other, int number) {
        return of(other.points[number], other.seconds[number]);
    }

    int count() {
        return count;
    }

    private int of(double givenPoints, long givenSeconds) {
        long bits = Double.doubleToLongBits(givenPoints);
        int at = home(bits, givenSeconds);
        while (table[at] != 0) {
            int known = table[at] - 1;
            if (isPair(known, bits, givenSeconds)) {
                return known;
            }
            at = (at + 1) & (table.length - 1);
        }
        if (count == points.length) {
            grow();
        }
        points[count] = givenPoints;
        seconds[count] = givenSeconds;
        long fixedPoints = Sizes.points(givenPoints);
        long fixedSeconds = givenSeconds == NO_SECONDS ? Sizes.UNSIZED : Sizes.seconds(givenSeconds);
        rows[count * Sizes.ROW + Sizes.COUNTS] = Sizes.counts(fixedPoints, fixedSeconds);
        rows[count * Sizes.ROW + Sizes.POINTS] = Math.max(0, fixedPoints);
        rows[count * Sizes.ROW + Sizes.SECONDS] = Math.max(0, fixedSeconds);
        table[at] = ++count;
        if (count * 2 > table.length) {
            rehash();
        }
        return count - 1;
    }

    private void grow() {
        int capacity = count * 3 / 2;
        points = Arrays.copyOf(points, capacity);
        seconds = Arrays.copyOf(seconds, capacity);
        rows = Arrays.copyOf(rows, capacity * Sizes.ROW);
    }

    private void rehash() {
        table = new int[table.length * 2];
        for (int number = 0; number < count; number++) {
            int at = home(Double.doubleToLongBits(points[number]), seconds[number]);
            while (table[at] != 0) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = number + 1;
        }
    }

    private int home(long bits, long more) {
        // folded first: what differs in usual numbers of points are the upper bits alone, which a product does not
        // carry down
        long mixed = (Long.hashCode(bits) * 0x9E3779B97F4A7C15L + more) * 0xBF58476D1CE4E5B9L;
        return (int) (mixed >>> 32) & (table.length - 1);
    }

    @Nullable
    Double points(int number) {
        return Double.isNaN(points[number]) ? null : (Double) points[number];
    }

    @Nullable
    Long seconds(int number) {
        return seconds[number] == NO_SECONDS ? null : (Long) seconds[number];
    }

    /** In fixed units; {@link Sizes#UNSIZED} without a usable size, 1 for COUNT. */
    long fixed(int number, SizeMeasure measure) {
        return switch (measure) {
            case COUNT -> 1;
            case STORY_POINTS -> Sizes.points(points[number]);
            case ORIGINAL_ESTIMATE -> seconds[number] == NO_SECONDS ? Sizes.UNSIZED : Sizes.seconds(seconds[number]);
        };
    }

    long read(int number, Sizes.Reader measure) {
        return measure.size(rows, number * Sizes.ROW);
    }

    /**
     * Adds one item of this size to a row of sums. Without a branch, so that a pass over many items of different sizes does
     * not stumble.
     */
    void addTo(long[] sums, int row, int number) {
        int at = number * Sizes.ROW;
        sums[row + Sizes.COUNTS] += rows[at + Sizes.COUNTS];
        sums[row + Sizes.POINTS] += rows[at + Sizes.POINTS];
        sums[row + Sizes.SECONDS] += rows[at + Sizes.SECONDS];
    }

    long bytes() {
        return points.length * (16L + Sizes.ROW * 8) + table.length * 4L;
    }
}
