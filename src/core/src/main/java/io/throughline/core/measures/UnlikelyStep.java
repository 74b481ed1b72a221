package io.throughline.core.measures;

import io.throughline.core.strategy.Actual;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A value that is so far from the one before that whoever enters it should look twice. It is questioned, never refused.
 *
 * <p>The usual step is the median of the absolute differences between neighbours among the newest {@value #LOOKED_AT}
 * values before the period. A value is unlikely from {@value #TIMES} usual steps on: after 10, 11, 12, 13 the usual step
 * is 1, so 20.9 is likely and 21 is 8 steps away.
 *
 * @param times how many usual steps it is away from the value before, at least {@value #TIMES}
 * @param usual the usual step, more than 0
 * @param last the value before
 */
public record UnlikelyStep(double times, double usual, double last) {
    /** From so many usual steps on a value is unlikely. */
    public static final int TIMES = 8;

    /** Fewer steps than this say nothing about what is usual. */
    public static final int FEWEST_STEPS = 3;

    /** So many values before the period are looked at; what was usual years ago need not be so now. */
    public static final int LOOKED_AT = 24;

    /**
     * Judges a value against those of the periods before its own.
     *
     * @param actuals of the KPI, newest period first; those of this period and later ones are not looked at
     * @return empty when it is likely, when too little is known, or when the values never moved
     */
    public static Optional<UnlikelyStep> of(double value, LocalDate period, List<Actual> actuals) {
        double[] before = actuals.stream()
                .filter(each -> each.period().isBefore(period))
                .limit(LOOKED_AT)
                .mapToDouble(Actual::value)
                .toArray();
        if (before.length <= FEWEST_STEPS) {
            return Optional.empty();
        }
        double usual = usual(before);
        double times = Math.abs(value - before[0]) / usual;
        // not finite where the values never moved, or where a measure leaves the numbers a computer has
        return Double.isFinite(times) && usual > 0 && times >= TIMES
                ? Optional.of(new UnlikelyStep(times, usual, before[0]))
                : Optional.empty();
    }

    /** The upper median, so that it is a step that was made. */
    private static double usual(double[] values) {
        double[] steps = new double[values.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.abs(values[i] - values[i + 1]);
        }
        Arrays.sort(steps);
        return steps[steps.length / 2];
    }
}
