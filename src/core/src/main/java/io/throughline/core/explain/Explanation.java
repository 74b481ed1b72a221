package io.throughline.core.explain;

import io.throughline.core.measures.KpiScore;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.scorecard.Signal;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.StrategyModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The derivations of every number of one node or KPI, by name: {@code delivery.progress}, {@code outcome.pace},
 * {@code signal}.
 */
public final class Explanation {
    private final PlanScore score;
    private final StrategyModel model;
    private final PlanOutline outline;

    /**
     * @param score of the plan in which what is asked for lies
     * @param model the strategy that was scored
     */
    public Explanation(PlanScore score, StrategyModel model) {
        this.score = score;
        this.model = model;
        outline = PlanOutline.of(model, score.plan()).orElseThrow();
    }

    /** Takes a KPI apart that is in no plan. */
    public static Map<String, Derivation> ofKpi(KpiScore score, StrategyModel model) {
        Map<String, Derivation> numbers = new LinkedHashMap<>();
        new KpiExplanation(score, model).addTo(numbers);
        return numbers;
    }

    /**
     * Takes a plan, theme, objective or KPI apart.
     *
     * @return in the order in which people read them; without delivery and signal where a past day did not record them
     * @throws NoSuchElementException for a key that is not in this score
     */
    public Map<String, Derivation> of(String key) {
        Map<String, Derivation> numbers = new LinkedHashMap<>();
        Kpi kpi = model.kpi(key).orElse(null);
        if (kpi != null) {
            new KpiExplanation(score.kpi(key).orElseThrow(), model).addTo(numbers);
            return numbers;
        }
        PlanOutline.Node node = outline.number(key).map(outline.nodes()::get).orElseThrow();
        new OutcomeExplanation(score, model, node).addTo(numbers);
        if (!score.hasDelivery(key)) {
            return numbers;
        }
        new DeliveryExplanation(score, model, outline, node).addTo(numbers);
        Signal signal = score.signal(key);
        numbers.put(
                "signal",
                Derivation.word(
                        signal.kind().name(),
                        score.isKept(key) ? Rule.KEPT : Rule.SIGNAL,
                        Input.word(
                                "delivery.health", score.delivery(key).health().name()),
                        Input.word("outcome.health", score.outcome(key).health().name()),
                        Input.of("rising", score.outcomes().isRising(key) ? 1.0 : 0.0),
                        Input.word("reason", signal.reason().name())));
        return numbers;
    }
}
