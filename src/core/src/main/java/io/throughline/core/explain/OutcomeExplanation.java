package io.throughline.core.explain;

import io.throughline.core.explain.LeftOut.Reason;
import io.throughline.core.measures.KpiScore;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.measures.OutcomeHealth;
import io.throughline.core.measures.OutcomeShare;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.StrategyModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How far the outcome of one node is, taken apart. */
final class OutcomeExplanation {
    private final PlanScore score;
    private final StrategyModel model;
    private final PlanOutline.Node node;
    private final OutcomeBlock block;

    OutcomeExplanation(PlanScore score, StrategyModel model, PlanOutline.Node node) {
        this.score = score;
        this.model = model;
        this.node = node;
        block = score.outcome(node.key());
    }

    void addTo(Map<String, Derivation> numbers) {
        if (score.isKept(node.key())) {
            addKept(numbers);
            return;
        }
        numbers.put("outcome.attainment", mean(block.attainment(), OutcomeShare::attainment, this::whyNoData));
        numbers.put("outcome.pace", mean(block.pace(), OutcomeShare::pace, this::whyNoData));
        numbers.put("outcome.expected", expected());
        numbers.put("outcome.coverage", coverage());
        numbers.put("outcome.health", health());
        numbers.put("outcome.unattested", count(block.unattested(), OutcomeBlock::unattested));
        numbers.put("outcome.stale", count(block.stale(), OutcomeBlock::stale));
    }

    private void addKept(Map<String, Derivation> numbers) {
        numbers.put("outcome.attainment", Derivation.number(block.attainment(), Rule.KEPT));
        numbers.put("outcome.pace", Derivation.number(block.pace(), Rule.KEPT));
        numbers.put("outcome.expected", Derivation.number(block.expected(), Rule.KEPT));
        numbers.put("outcome.coverage", Derivation.number(block.coverage(), Rule.KEPT));
        numbers.put("outcome.health", Derivation.word(block.health().name(), Rule.KEPT));
        numbers.put("outcome.unattested", Derivation.number((double) block.unattested(), Rule.KEPT));
        numbers.put("outcome.stale", Derivation.number((double) block.stale(), Rule.KEPT));
    }

    private List<OutcomeShare> shares() {
        return score.outcomes().shares(node.key());
    }

    private Derivation mean(
            @Nullable Double value,
            Function<OutcomeShare, @Nullable Double> number,
            Function<OutcomeShare, Reason> whyNot) {
        Parts parts = new Parts();
        for (OutcomeShare share : shares()) {
            Double counts = number.apply(share);
            if (counts == null) {
                parts.leaveOut(share.ref(), whyNot.apply(share));
            } else {
                parts.add(Input.weighed(share.ref(), counts, share.weight()));
            }
        }
        return parts.leaveOutIdle(model, node.key()).mean(value);
    }

    private Reason whyNoData(OutcomeShare share) {
        Optional<KpiScore> kpi = score.kpi(share.ref());
        if (kpi.isEmpty()) {
            return Reason.NO_DATA;
        }
        return kpi.get().stale() ? Reason.STALE : Reason.NO_ACTUAL;
    }

    private Derivation coverage() {
        return shares().stream().allMatch(share -> share.coverage() == null)
                ? Derivation.number(0.0, Rule.NO_KPI)
                : mean(block.coverage(), OutcomeShare::coverage, share -> Reason.NO_KPI);
    }

    private Derivation expected() {
        Double attainment = block.attainment();
        Double pace = block.pace();
        if (attainment == null || pace == null) {
            return Derivation.unknown(Rule.EXPECTED_OF_PACE, "attainment", Reason.NO_DATA);
        }
        if (block.expected() == null) {
            Reason reason = attainment <= 0 || pace <= 0 ? Reason.NOTHING_REACHED : Reason.GRACE;
            return Derivation.unknown(Rule.EXPECTED_OF_PACE, "pace", reason);
        }
        return Derivation.number(
                block.expected(), Rule.EXPECTED_OF_PACE, Input.of("attainment", attainment), Input.of("pace", pace));
    }

    private Derivation health() {
        List<Input> inputs = new ArrayList<>();
        inputs.add(Input.of("pace", block.pace()));
        inputs.add(Input.of("coverage", block.coverage()));
        for (Kpi kpi : model.kpisOf(node.key())) {
            boolean isRed = score.kpi(kpi.key()).map(KpiScore::health).orElse(null) == OutcomeHealth.RED;
            if (kpi.critical() && isRed) {
                inputs.add(Input.word(kpi.key(), OutcomeHealth.RED.name()));
            }
        }
        return Derivation.word(block.health().name(), Rule.OUTCOME_HEALTH, inputs.toArray(Input[]::new));
    }

    /** KPIs of the node itself and of what is below; one that is below on two ways counts once. */
    private Derivation count(int value, ToDoubleFunction<OutcomeBlock> number) {
        Parts parts = new Parts();
        for (OutcomeShare share : shares()) {
            double counts = number.applyAsDouble(score.outcome(share.ref()));
            if (counts > 0) {
                parts.add(Input.of(share.ref(), counts));
            }
        }
        return parts.sum(value);
    }
}
