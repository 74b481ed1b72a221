package io.throughline.core.scorecard;

import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.delivery.DeliveryHealth;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.measures.OutcomeHealth;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What delivery and outcome of one node say together.
 *
 * <pre>
 * delivery \ outcome                  GREEN         AMBER, RED   UNKNOWN
 * DONE, ON_TRACK                      REALIZING     DRIFT        BLIND
 * NOT_STARTED, AT_RISK, OFF_TRACK     UNEXPLAINED   STALLED      BLIND
 * NO_WORK                             UNEXPLAINED   STALLED      BLIND
 * </pre>
 *
 * <p>AMBER counts as GREEN while the outcome is rising: ON_TRACK beside a rising AMBER is REALIZING, beside one that is
 * not DRIFT.
 *
 * @param facts the numbers behind it, by name: {@code progress, schedule, attainment, pace, coverage, kpis, stale}; what
 *     is unknown is absent
 */
public record Signal(SignalKind kind, SignalReason reason, Map<String, Double> facts) {
    private static final Set<DeliveryHealth> WORK_LANDS = EnumSet.of(DeliveryHealth.DONE, DeliveryHealth.ON_TRACK);

    public Signal {
        facts = Map.copyOf(facts);
    }

    /**
     * Reads the table.
     *
     * @param isRising whether the pace exceeds the same pace without each KPI's newest actual
     * @param kpis how many KPIs are below the node
     */
    static Signal of(DeliveryBlock delivery, OutcomeBlock outcome, boolean isRising, int kpis) {
        Map<String, Double> facts = facts(delivery, outcome, kpis);
        if (outcome.health() == OutcomeHealth.UNKNOWN) {
            return new Signal(SignalKind.BLIND, whyBlind(outcome, kpis), facts);
        }
        boolean green = outcome.health() == OutcomeHealth.GREEN;
        boolean moves = green || (outcome.health() == OutcomeHealth.AMBER && isRising);
        if (WORK_LANDS.contains(delivery.health())) {
            SignalReason both = green ? SignalReason.BOTH_MOVE : SignalReason.BOTH_MOVE_OUTCOME_RISING;
            return moves
                    ? new Signal(SignalKind.REALIZING, both, facts)
                    : new Signal(SignalKind.DRIFT, SignalReason.OUTCOME_DOES_NOT_FOLLOW, facts);
        }
        boolean noWork = delivery.health() == DeliveryHealth.NO_WORK;
        if (moves) {
            SignalReason without = noWork ? SignalReason.OUTCOME_WITHOUT_WORK : SignalReason.OUTCOME_AHEAD_OF_WORK;
            return new Signal(SignalKind.UNEXPLAINED, without, facts);
        }
        SignalReason neither = noWork ? SignalReason.NO_WORK_AND_NO_OUTCOME : SignalReason.NEITHER_MOVES;
        return new Signal(SignalKind.STALLED, neither, facts);
    }

    private static SignalReason whyBlind(OutcomeBlock outcome, int kpis) {
        if (outcome.attainment() != null) {
            return SignalReason.LOW_COVERAGE;
        }
        if (kpis == 0) {
            return SignalReason.NO_KPI;
        }
        return outcome.stale() > 0 ? SignalReason.ALL_STALE : SignalReason.NO_ACTUAL;
    }

    private static Map<String, Double> facts(DeliveryBlock delivery, OutcomeBlock outcome, int kpis) {
        Map<String, Double> facts = new TreeMap<>();
        put(facts, "progress", delivery.progress());
        put(facts, "schedule", delivery.schedule());
        put(facts, "attainment", outcome.attainment());
        put(facts, "pace", outcome.pace());
        facts.put("coverage", outcome.coverage());
        facts.put("kpis", (double) kpis);
        facts.put("stale", (double) outcome.stale());
        return facts;
    }

    private static void put(Map<String, Double> facts, String name, @Nullable Double value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    /** The reason in default words; the app makes its own per language from {@code reason} and {@code facts}. */
    public String inEnglish() {
        return reason.inEnglish();
    }
}
