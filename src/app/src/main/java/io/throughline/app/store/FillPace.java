package io.throughline.app.store;

import java.time.Duration;

/**
 * How gently a node reads all issues from Jira: for the first fill and for the comparison every night, not for what
 * changed, which is a few issues and waited for.
 *
 * @param pageSize issues per reading, {@value #LEAST_PAGE} to {@value #MOST_PAGE}: Jira's issue manager wants a few hundred
 *     at a time (platform facts, 3.3)
 * @param percent how much of the time is spent reading, {@value #LEAST_PERCENT} to 100; the rest of it nothing is asked. A
 *     share rather than a pause, so that a node that is slow for other reasons is asked less often
 */
public record FillPace(int pageSize, int percent) {
    public static final int LEAST_PAGE = 50;
    public static final int MOST_PAGE = 1_000;
    public static final int LEAST_PERCENT = 5;

    /** Of a new installation. */
    public static final FillPace USUAL = new FillPace(500, 80);

    public FillPace {
        if (pageSize < LEAST_PAGE || pageSize > MOST_PAGE || percent < LEAST_PERCENT || percent > 100) {
            throw new IllegalArgumentException("pages of " + pageSize + " at " + percent + " %");
        }
    }

    /** How long to rest after a reading of so long: at 25 % three times as long, at 100 % not at all. */
    public Duration restAfter(Duration reading) {
        return reading.multipliedBy(100L - percent).dividedBy(percent);
    }
}
