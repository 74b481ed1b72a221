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

    /** How many numbers {@link #addTo} adds. */
    private static final int SUMS = 5;

    private static final int POINTS = 1;
    private static final int NO_POINTS = 2;
    private static final int SECONDS = 3;
    private static final int NO_SECONDS_GIVEN = 4;

    private int count;
    private double[] points = new double[16];
    private long[] seconds = new long[16];
    /** Five numbers each, see {@link #addTo}. */
    private long[] sums = new long[16 * SUMS];
    /** Number + 1 by hash of the pair, 0 is free; at most half full. */
    private int[] table = new int[64];

    SizeTable() {
        of(Double.NaN, NO_SECONDS);
    }

    int of(WorkItem item) {
        return of(
                item.storyPoints() == null ? Double.NaN : item.storyPoints(),
                item.originalEstimateSeconds() == null ? NO_SECONDS : item.originalEstimateSeconds());
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
            if (Double.doubleToLongBits(points[known]) == bits && seconds[known] == givenSeconds) {
                return known;
            }
            at = (at + 1) & (table.length - 1);
        }
        if (count == points.length) {
            grow();
        }
        points[count] = givenPoints;
        seconds[count] = givenSeconds;
        sums[count * SUMS] = 1;
        keep(count * SUMS + POINTS, Sizes.points(givenPoints));
        keep(count * SUMS + SECONDS, givenSeconds == NO_SECONDS ? Sizes.UNSIZED : Sizes.seconds(givenSeconds));
        table[at] = ++count;
        if (count * 2 > table.length) {
            rehash();
        }
        return count - 1;
    }

    private void keep(int at, long fixed) {
        sums[at] = Math.max(0, fixed);
        sums[at + 1] = fixed == Sizes.UNSIZED ? 1 : 0;
    }

    private void grow() {
        int capacity = count * 3 / 2;
        points = Arrays.copyOf(points, capacity);
        seconds = Arrays.copyOf(seconds, capacity);
        sums = Arrays.copyOf(sums, capacity * SUMS);
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
        long mixed = (bits * 0x9E3779B97F4A7C15L + more) * 0xBF58476D1CE4E5B9L;
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
            case STORY_POINTS -> fixed(number * SUMS + POINTS);
            case ORIGINAL_ESTIMATE -> fixed(number * SUMS + SECONDS);
        };
    }

    private long fixed(int at) {
        return sums[at + 1] == 1 ? Sizes.UNSIZED : sums[at];
    }

    /**
     * Adds one item of this size to five sums: how many there are, their points, how many have none, their seconds, how many
     * have none. Without a branch, so that a pass over many items of different sizes does not stumble.
     */
    void addTo(long[] to, int from, int number) {
        int at = number * SUMS;
        to[from]++;
        to[from + POINTS] += sums[at + POINTS];
        to[from + NO_POINTS] += sums[at + NO_POINTS];
        to[from + SECONDS] += sums[at + SECONDS];
        to[from + NO_SECONDS_GIVEN] += sums[at + NO_SECONDS_GIVEN];
    }

    long bytes() {
        return points.length * (16L + SUMS * 8) + table.length * 4L;
    }
}
