package io.throughline.core.measures;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One KPI or child as it goes into the outcome of a node.
 *
 * @param ref key of a KPI, objective or theme
 * @param weight more than 0
 * @param attainment clamped to 0..1; null: no data, left out of attainment and pace
 * @param pace clamped to 0..1; null with {@code attainment}
 * @param coverage 0..1; null: no KPI below, left out of the coverage
 * @param inGrace whether its pace is 1 because it is early
 */
public record OutcomeShare(
        String ref,
        double weight,
        @Nullable Double attainment,
        @Nullable Double pace,
        @Nullable Double coverage,
        boolean inGrace) {

    /** A KPI's share; one that is stale has no data. */
    static OutcomeShare of(KpiScore score) {
        boolean counts = score.hasData();
        return new OutcomeShare(
                score.kpi().key(),
                score.kpi().weight(),
                counts ? clamped(score.attainment()) : null,
                counts ? clamped(score.pace()) : null,
                counts ? 1.0 : 0.0,
                score.inGrace());
    }

    /** No over-achiever hides a failure, no disaster eats what others reached. */
    static @Nullable Double clamped(@Nullable Double value) {
        return value == null ? null : (Double) Math.min(1, Math.max(0, value));
    }

    /**
     * {@code sum(weight x value) / sum(weight)} over those that have a value. Weights 1 and 3 with attainments 1.4 and
     * 0.2, clamped 1 and 0.2: 0.4.
     *
     * @return null if none has a value
     */
    static @Nullable Double mean(List<OutcomeShare> shares, Function<OutcomeShare, @Nullable Double> of) {
        double sum = 0;
        double weights = 0;
        for (OutcomeShare share : shares) {
            Double value = of.apply(share);
            if (value != null) {
                sum += share.weight() * value;
                weights += share.weight();
            }
        }
        return weights == 0 ? null : (Double) (sum / weights);
    }
}
