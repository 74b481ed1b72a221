package io.throughline.core.strategy;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A measure of an objective.
 *
 * <p>INCREASE and DECREASE have a baseline and a target that differ in value and in date; MAINTAIN has a band.
 *
 * @param key {@code KPI-1}
 * @param objective key of its objective, null when it has none (an orphan KPI)
 * @param unit how to write its values; null: a bare number
 * @param baseline where it started; null only for MAINTAIN
 * @param target where it should get to; null only for MAINTAIN
 * @param milestones points between baseline and target through which the expected line goes, by date
 * @param band where a MAINTAIN KPI should stay; null for the others
 * @param weight in the objective's means; more than 0, no unit
 * @param critical whether it caps its objective at AMBER while RED
 * @param owner user key, null when nobody owns it
 */
public record Kpi(
        String key,
        @Nullable String objective,
        String name,
        @Nullable String description,
        @Nullable MeasureUnit unit,
        Direction direction,
        @Nullable Point baseline,
        @Nullable Point target,
        List<Point> milestones,
        @Nullable Band band,
        Frequency frequency,
        double weight,
        boolean critical,
        Indicator indicator,
        @Nullable String owner,
        Attestation attestation,
        KpiSource source,
        long version) {
    public Kpi {
        Checks.key(key, "key");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(frequency, "frequency");
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(attestation, "attestation");
        Objects.requireNonNull(source, "source");
        Checks.positive(weight, "weight");
        milestones =
                milestones.stream().sorted(Comparator.comparing(Point::date)).toList();
        if (direction == Direction.MAINTAIN) {
            Objects.requireNonNull(band, key + " maintains a band");
        } else {
            Objects.requireNonNull(baseline, key + " needs a baseline");
            Objects.requireNonNull(target, key + " needs a target");
            if (baseline.value() == target.value()) {
                throw new IllegalArgumentException(key + ": target equals baseline " + baseline.value());
            }
            if (!baseline.date().isBefore(target.date())) {
                throw new IllegalArgumentException(key + ": target date is not after baseline date");
            }
        }
    }
}
