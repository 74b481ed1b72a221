package io.throughline.core.scorecard;

import io.throughline.core.delivery.Deliveries;
import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.delivery.Forecast;
import io.throughline.core.delivery.RecordedDeliveries;
import io.throughline.core.measures.KpiScore;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.measures.PlanOutcome;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.StrategyModel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The blocks of every node of one plan, at one version of strategy and work, on one day. Safe for many threads.
 *
 * <p>Keys are those of the plan, its themes, its objectives in any state, and objectives elsewhere that contribute to them
 * (measured in this plan's measure); for outcomes also those objectives' KPIs.
 */
public final class PlanScore {
    private final String plan;
    private final LocalDate today;
    private final Deliveries delivery;
    private final PlanOutcome outcome;
    private final Map<String, Signal> kept;

    PlanScore(String plan, LocalDate today, Deliveries delivery, PlanOutcome outcome, Map<String, Signal> kept) {
        this.plan = plan;
        this.today = today;
        this.delivery = delivery;
        this.outcome = outcome;
        this.kept = Map.copyOf(kept);
    }

    /**
     * The score of a past day: the strategy as it stood, the outcomes that follow from it, and the deliveries that were
     * recorded.
     *
     * @param kept the blocks of objectives that were achieved then, by key
     * @throws NoSuchElementException for an unknown plan
     */
    public static PlanScore past(
            StrategyModel model,
            String planKey,
            LocalDate day,
            RecordedDeliveries recorded,
            Map<String, KeptBlocks> kept) {
        PlanOutline outline =
                PlanOutline.of(model, planKey).orElseThrow(() -> new NoSuchElementException("no plan " + planKey));
        Map<String, OutcomeBlock> outcomes = new HashMap<>();
        Map<String, Signal> signals = new HashMap<>();
        KeptBlocks.ofAchieved(kept, model).forEach((key, blocks) -> {
            outcomes.put(key, blocks.outcome());
            signals.put(key, blocks.signal());
        });
        return new PlanScore(planKey, day, recorded, new PlanOutcome(model, outline, outcomes, day), signals);
    }

    /** Whether this is a past day, whose deliveries were recorded and cannot be taken apart. */
    public boolean isRecorded() {
        return delivery instanceof RecordedDeliveries;
    }

    /** Whether the delivery of a node is known; for a past day it may not be, now it always is. */
    public boolean hasDelivery(String key) {
        return delivery.block(key).isPresent();
    }

    /** The key of the plan that was scored. */
    public String plan() {
        return plan;
    }

    /** The day it was scored for. */
    public LocalDate today() {
        return today;
    }

    /**
     * How far the work of a node is, in this plan's measure.
     *
     * @throws NoSuchElementException for a key that is not in this score
     */
    public DeliveryBlock delivery(String key) {
        return delivery.block(key).orElseThrow(missing(key));
    }

    /**
     * How far the work of a link is, in this plan's measure.
     *
     * @throws NoSuchElementException for a link of no objective of this score
     */
    public DeliveryBlock delivery(long linkId) {
        return delivery.link(linkId).orElseThrow(missing("link " + linkId));
    }

    /**
     * When the work of a node will be done, or why nobody can say.
     *
     * @throws NoSuchElementException for a key that is not in this score
     */
    public Forecast forecast(String key) {
        return delivery.forecast(key).orElseThrow(missing(key));
    }

    /**
     * How far the outcome of a node or KPI is.
     *
     * @throws NoSuchElementException for a key that is not in this score
     */
    public OutcomeBlock outcome(String key) {
        return outcome.block(key).orElseThrow(missing(key));
    }

    /** How a KPI is and why; empty for a KPI of no objective of this score. */
    public Optional<KpiScore> kpi(String key) {
        return outcome.kpi(key);
    }

    /**
     * What the two say together: an achieved objective's is that of its day.
     *
     * @throws NoSuchElementException for a key that is not in this score
     */
    public Signal signal(String key) {
        Signal ofThatDay = kept.get(key);
        return ofThatDay != null
                ? ofThatDay
                : Signal.of(delivery(key), outcome(key), outcome.isRising(key), outcome.kpisBelow(key));
    }

    /** Whether the blocks of a node are those that an achieved objective keeps from its day. */
    public boolean isKept(String key) {
        return kept.containsKey(key);
    }

    /** Delivery with its derivation. */
    public Deliveries deliveries() {
        return delivery;
    }

    /** Outcome with its derivation. */
    public PlanOutcome outcomes() {
        return outcome;
    }

    private Supplier<NoSuchElementException> missing(String what) {
        return () -> new NoSuchElementException(what + " is not in the score of " + plan);
    }
}
