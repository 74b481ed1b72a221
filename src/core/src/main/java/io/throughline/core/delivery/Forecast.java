package io.throughline.core.delivery;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * When the work of a node will be done if the coming weeks are like the last ones.
 *
 * <p>Monte Carlo: 10,000 times the remaining size is worked off week by week, each week finishing as much as one of the
 * last 12 full weeks, drawn at random (weeks that finished nothing among them). The seed follows from key and day, so
 * that every node of a cluster and every reload says the same. Twelve weeks of 5 and 20 to go: always 4 weeks.
 *
 * @param p50 the day by which half of the draws were done; null where {@code gap} says why there is none
 * @param p85 the day by which 85 % of the draws were done; null likewise
 * @param gap why there is no forecast, null where there is one
 */
public record Forecast(
        @Nullable LocalDate p50,
        @Nullable LocalDate p85,
        @Nullable ForecastGap gap) {
    static final int DRAWS = 10_000;
    static final int LEAST_WEEKS = 4;
    static final int MOST_WEEKS = 520;
    /** More draws than these beyond {@link #MOST_WEEKS}, and it is too far, whatever the others say. */
    private static final int MOST_BEYOND = DRAWS - DRAWS * 85 / 100;

    /** The odd increment of SplitMix64. */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    /** No forecast, with its reason. */
    public static Forecast none(ForecastGap gap) {
        return new Forecast(null, null, gap);
    }

    /**
     * Forecasts.
     *
     * @param remaining size that is not done, fixed units
     * @param finishedByWeek finished size of the last 12 full weeks, fixed units
     */
    static Forecast of(String key, LocalDate today, long total, long remaining, long[] finishedByWeek) {
        if (total == 0) {
            return none(ForecastGap.NO_WORK);
        }
        if (remaining <= 0) {
            return none(ForecastGap.ALL_DONE);
        }
        if (Arrays.stream(finishedByWeek).filter(size -> size > 0).count() < LEAST_WEEKS) {
            return none(ForecastGap.TOO_LITTLE_HISTORY);
        }
        int[] doneByWeek = draw(seed(key, today), remaining, finishedByWeek);
        if (doneByWeek[MOST_WEEKS + 1] > MOST_BEYOND) {
            return none(ForecastGap.TOO_FAR);
        }
        int half = quantile(doneByWeek, DRAWS / 2);
        int most = quantile(doneByWeek, DRAWS * 85 / 100);
        return new Forecast(today.plusWeeks(half), today.plusWeeks(most), null);
    }

    /**
     * How many draws took how many weeks; those that took more than {@link #MOST_WEEKS} are counted behind them.
     *
     * <p>Far from the end three weeks are drawn at once, out of the table of all sums of three: the same chances at a
     * third of the cost. Ends early once enough draws took too long.
     */
    private static int[] draw(long seed, long remaining, long[] weeks) {
        long[] threeWeeks = sumsOfThree(weeks);
        long mostInThree = Arrays.stream(threeWeeks).max().orElse(0);
        int[] doneByWeek = new int[MOST_WEEKS + 2];
        long state = seed;
        for (int draw = 0; draw < DRAWS && doneByWeek[MOST_WEEKS + 1] <= MOST_BEYOND; draw++) {
            long left = remaining;
            int week = 0;
            while (left > mostInThree && week <= MOST_WEEKS - 3) {
                state += STEP;
                left -= threeWeeks[pick(state, threeWeeks.length)];
                week += 3;
            }
            while (left > 0 && week <= MOST_WEEKS) {
                state += STEP;
                left -= weeks[pick(state, weeks.length)];
                week++;
            }
            doneByWeek[week]++;
        }
        return doneByWeek;
    }

    private static long[] sumsOfThree(long[] weeks) {
        int count = weeks.length;
        long[] sums = new long[count * count * count];
        for (int at = 0; at < sums.length; at++) {
            sums[at] = weeks[at % count] + weeks[at / count % count] + weeks[at / count / count];
        }
        return sums;
    }

    private static int pick(long state, int count) {
        return (int) (((mix(state) >>> 32) * count) >>> 32);
    }

    /** The first week by which {@code wanted} draws were done. */
    private static int quantile(int[] doneByWeek, int wanted) {
        int week = 0;
        for (int done = doneByWeek[0]; done < wanted; done += doneByWeek[week]) {
            week++;
        }
        return week;
    }

    /** FNV-1a of the key, moved on by the day: the same on every machine. */
    private static long seed(String key, LocalDate today) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
        }
        return hash ^ mix(today.toEpochDay());
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014), also in {@code java.util.SplittableRandom}. */
    private static long mix(long state) {
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
