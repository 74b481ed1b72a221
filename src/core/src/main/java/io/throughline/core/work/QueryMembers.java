package io.throughline.core.work;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * What the queries of JQL links found when they were last evaluated: ids of issues by id of link.
 *
 * <p>Immutable; evaluated outside, where there is a Jira. A link that was never evaluated matches nothing.
 */
public final class QueryMembers {
    private static final QueryMembers NONE = new QueryMembers(0, Map.of());

    private final long version;
    private final Map<Long, Evaluation> byLink;

    private QueryMembers(long version, Map<Long, Evaluation> byLink) {
        this.version = version;
        this.byLink = byLink;
    }

    /** A class, not a record: a record of an array would compare it by identity. */
    private static final class Evaluation {
        private final long[] issues;
        private final Instant at;

        Evaluation(long[] issues, Instant at) {
            this.issues = issues;
            this.at = at;
        }
    }

    /** Nothing evaluated, version 0. */
    public static QueryMembers none() {
        return NONE;
    }

    /**
     * These members, with one link's replaced.
     *
     * @param link id of the link
     * @param issues ids in any order, repetition does no harm
     * @param at when the query ran
     * @return a new value whose version is one higher
     */
    public QueryMembers with(long link, long[] issues, Instant at) {
        Map<Long, Evaluation> next = new HashMap<>(byLink);
        next.put(link, new Evaluation(Arrays.stream(issues).sorted().distinct().toArray(), at));
        return new QueryMembers(version + 1, Map.copyOf(next));
    }

    /** These members without those of a link. */
    public QueryMembers without(long link) {
        Map<Long, Evaluation> next = new HashMap<>(byLink);
        next.remove(link);
        return new QueryMembers(version + 1, Map.copyOf(next));
    }

    /** Rises by 1 with each replacement. */
    public long version() {
        return version;
    }

    /** Ids of the issues that a link's query found, ascending; empty if it was never evaluated. */
    public long[] issues(long link) {
        Evaluation found = byLink.get(link);
        return found == null ? new long[0] : found.issues.clone();
    }

    /** Tells the issues that a link's query finds now and did not before, and the other way round. */
    public void compare(QueryMembers before, long link, LongConsumer gained, LongConsumer lost) {
        Evaluation then = before.byLink.get(link);
        Evaluation now = byLink.get(link);
        if (then == now) {
            return;
        }
        long[] old = then == null ? new long[0] : then.issues;
        long[] found = now == null ? new long[0] : now.issues;
        int at = 0;
        for (long issue : found) {
            while (at < old.length && old[at] < issue) {
                lost.accept(old[at++]);
            }
            if (at < old.length && old[at] == issue) {
                at++;
            } else {
                gained.accept(issue);
            }
        }
        while (at < old.length) {
            lost.accept(old[at++]);
        }
    }

    /** When a link's query last ran, empty if it never did. */
    public Optional<Instant> evaluatedAt(long link) {
        return Optional.ofNullable(byLink.get(link)).map(found -> found.at);
    }
}
