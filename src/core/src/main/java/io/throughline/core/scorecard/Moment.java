package io.throughline.core.scorecard;

import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.QueryMembers;
import io.throughline.core.work.WorkView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What is scored and when.
 *
 * @param queries what the queries of JQL links found
 * @param achieved the kept blocks of achieved objectives, by key; one that is missing is scored like an active one
 * @param today the day up to whose end time counts as passed, in {@code zone}
 * @param zone the instance's time zone
 */
public record Moment(
        StrategyModel strategy,
        WorkView work,
        QueryMembers queries,
        Map<String, KeptBlocks> achieved,
        LocalDate today,
        ZoneId zone) {
    public Moment {
        achieved = Map.copyOf(achieved);
    }

    /** Whether what the plans' numbers follow from besides the sums is the same. */
    boolean isLike(Moment other) {
        return achieved.equals(other.achieved) && today.equals(other.today);
    }

    /** A moment without JQL links and achieved objectives, in UTC. */
    public static Moment of(StrategyModel strategy, WorkView work, LocalDate today) {
        return new Moment(strategy, work, QueryMembers.none(), Map.of(), today, ZoneOffset.UTC);
    }

    /** The same with what queries found. */
    public Moment with(QueryMembers found) {
        return new Moment(strategy, work, found, achieved, today, zone);
    }

    /** The same with kept blocks. */
    public Moment withAchieved(Map<String, KeptBlocks> kept) {
        return new Moment(strategy, work, queries, kept, today, zone);
    }

    /** The same in another time zone. */
    public Moment in(ZoneId instanceZone) {
        return new Moment(strategy, work, queries, achieved, today, instanceZone);
    }
}
