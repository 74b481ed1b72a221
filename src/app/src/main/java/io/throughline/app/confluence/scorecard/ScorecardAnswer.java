package io.throughline.app.confluence.scorecard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Jira answers to {@code GET /rest/throughline/1.0/plans/{key}/scorecard}, as far as the macro shows it.
 *
 * <pre>
 * {"plan":{"key":"PLAN-1","name":"…","start":"2026-01-01","end":"2028-12-31","state":"ACTIVE","sizeMeasure":"STORY_POINTS"},
 *  "groupBy":"THEME","asOf":null,"at":"2027-03-15T08:42:00Z","modelVersion":1377,
 *  "outcome":{…},"delivery":{…},"signal":{…},                       blocks of the plan
 *  "signals":{"REALIZING":4,"DRIFT":2,…},                           objectives by signal
 *  "groups":[{"key":"TH-1","name":"…","owner":{"key","name"},"outcome","delivery","signal",
 *    "rows":[{"key":"OBJ-1","name":"…","depth":0,"owner","outcome","delivery","signal",
 *      "kpis":[{"key":"KPI-1","name":"…","outcome","actual":{"period","value","attested"},"target":{"value","date"},
 *               "unit":{"kind","symbol"},"trend":[…]}]}]}],
 *  "snapshot":{"day":"2026-06-29","takenAt","filled":true}|{"reason"},  only for a past day
 *  "indexing":{"indexed":412000,"total":1000000}}                   only while Jira is being read
 * </pre>
 *
 * Blocks are those of the contract; a group's key is its theme's or the name of a perspective.
 *
 * @param asOf null for now
 * @param snapshot null for now
 * @param indexing null when the numbers about work are whole
 */
record ScorecardAnswer(
        PlanHead plan,
        String groupBy,
        @Nullable LocalDate asOf,
        Instant at,
        Blocks blocks,
        Map<String, Integer> signals,
        List<Group> groups,
        @Nullable Snapshot snapshot,
        @Nullable Indexing indexing) {

    /**
     * From when the deliveries of a past day are.
     *
     * @param day null where there are none
     * @param filled whether the day itself was missed
     * @param reason why there are none; empty where there are
     */
    record Snapshot(@Nullable LocalDate day, boolean filled, String reason) {}

    /** The plan, as the head of the scorecard names it. */
    record PlanHead(String key, String name, String sizeMeasure) {}

    /** How far Jira has been read. */
    record Indexing(long indexed, long total) {}

    /** A theme or perspective with its objectives; owner is a display name. */
    record Group(String key, String name, @Nullable String owner, Blocks blocks, List<Row> rows) {}

    /**
     * An objective.
     *
     * @param depth 0 directly under the group
     */
    record Row(String key, String name, @Nullable String owner, int depth, Blocks blocks, List<KpiRow> kpis) {}

    /**
     * A KPI; numbers as Jira has them, null where there are none.
     *
     * @param low of a band, with {@code high}; a KPI with a band has no target
     * @param trend values of the last periods, oldest first
     */
    record KpiRow(
            String key,
            String name,
            @Nullable Outcome outcome,
            @Nullable Double actual,
            @Nullable Double target,
            @Nullable Double low,
            @Nullable Double high,
            String symbol,
            List<Double> trend) {}

    /** The three blocks of a node; delivery and signal are null while Jira is being read. */
    record Blocks(
            @Nullable Outcome outcome,
            @Nullable Delivery delivery,
            @Nullable Signal signal) {}

    /** How far the KPIs are. */
    record Outcome(
            String health,
            @Nullable Double attainment,
            @Nullable Double expected,
            int stale,
            int unattested) {}

    /** How far the work is. */
    record Delivery(
            String health,
            @Nullable Double progress,
            @Nullable Double expected,
            double total,
            double done,
            double inProgress,
            int hidden) {}

    /** What both say together, and why, in the words of Jira's answer. */
    record Signal(String kind, String reason) {}
}
