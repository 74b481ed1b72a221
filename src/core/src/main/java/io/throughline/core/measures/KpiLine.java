package io.throughline.core.measures;

import io.throughline.core.strategy.Band;
import io.throughline.core.strategy.Direction;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Point;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a KPI should be when: the line baseline, milestones, target; or its band.
 *
 * <p>All results are ratios of the way from baseline to target: 0 at the baseline, 1 at the target, unbounded beyond.
 */
public final class KpiLine {
    /** The part of baseline date to target date in which a slow start is forgiven. */
    public static final double GRACE = 0.1;

    private final Kpi kpi;

    public KpiLine(Kpi kpi) {
        this.kpi = kpi;
    }

    private boolean isBand() {
        return kpi.direction() == Direction.MAINTAIN;
    }

    private Point baseline() {
        return Objects.requireNonNull(kpi.baseline());
    }

    private Point target() {
        return Objects.requireNonNull(kpi.target());
    }

    /**
     * The way made by a value.
     *
     * <p>INCREASE and DECREASE: {@code (value - baseline) / (target - baseline)}; from 10 to 20 a value of 15.2 is 0.52,
     * 9 is -0.1, 25 is 1.5. MAINTAIN: 1 inside the band, edges included, else {@code max(0, 1 - distance / tolerance)};
     * for 40..60 with tolerance 10 a value of 64 is 0.6.
     */
    public double attainment(double value) {
        if (isBand()) {
            Band band = Objects.requireNonNull(kpi.band());
            double distance = Math.max(0, Math.max(band.low() - value, value - band.high()));
            return Math.max(0, 1 - distance / band.tolerance());
        }
        return way(value);
    }

    private double way(double value) {
        return (value - baseline().value()) / (target().value() - baseline().value());
    }

    /**
     * The way that should have been made at the end of a day: 0 until the baseline date, 1 from the target date on, in
     * between along straight lines through the milestones.
     *
     * <p>From 10 on 1 January to 20 on 31 December, 30 June (180 of 364 days) expects 0.4945; with a milestone of 12 on
     * 30 June 0.2. Always 1 for MAINTAIN. Milestones outside the two dates say nothing.
     */
    public double expected(LocalDate day) {
        if (isBand()) {
            return 1;
        }
        if (!day.isAfter(baseline().date())) {
            return 0;
        }
        return segment(day)
                .map(part -> way(between(part.from(), part.to(), day)))
                .orElse(1.0);
    }

    /**
     * A straight part of the line.
     *
     * @param from its beginning: the baseline or a milestone
     * @param to its end: a milestone or the target
     */
    public record Segment(Point from, Point to) {}

    /** The part of the line on which a day is; empty on or before the baseline date, after the target date, for a band. */
    public Optional<Segment> segment(LocalDate day) {
        if (isBand() || !day.isAfter(baseline().date())) {
            return Optional.empty();
        }
        List<Point> line = line();
        for (int to = 1; to < line.size(); to++) {
            if (!day.isAfter(line.get(to).date())) {
                return Optional.of(new Segment(line.get(to - 1), line.get(to)));
            }
        }
        return Optional.empty();
    }

    /** The line: baseline, the milestones between the two dates, target. Empty for a band. */
    public List<Point> line() {
        if (isBand()) {
            return List.of();
        }
        List<Point> line = new ArrayList<>(List.of(baseline()));
        for (Point milestone : kpi.milestones()) {
            if (milestone.date().isAfter(line.get(line.size() - 1).date())
                    && milestone.date().isBefore(target().date())) {
                line.add(milestone);
            }
        }
        line.add(target());
        return List.copyOf(line);
    }

    /** The value of the line at the end of a day: as much of the way as is {@link #expected}. Empty for a band. */
    public Optional<Double> expectedValue(LocalDate day) {
        return isBand()
                ? Optional.empty()
                : Optional.of(baseline().value()
                        + expected(day) * (target().value() - baseline().value()));
    }

    private static double between(Point from, Point to, LocalDate day) {
        double length = ChronoUnit.DAYS.between(from.date(), to.date());
        double passed = ChronoUnit.DAYS.between(from.date(), day) / length;
        return from.value() + (to.value() - from.value()) * passed;
    }

    /** Whether a day is in the first tenth of baseline date to target date, its last day included; never for MAINTAIN. */
    public boolean isEarly(LocalDate day) {
        if (isBand()) {
            return false;
        }
        double length = ChronoUnit.DAYS.between(baseline().date(), target().date());
        return ChronoUnit.DAYS.between(baseline().date(), day) <= GRACE * length;
    }

    /** Whether grace is why {@link #pace} is 1: the day is early and the way made is not negative. */
    public boolean isInGrace(double attainment, LocalDate day) {
        return isEarly(day) && attainment >= 0;
    }

    /**
     * Way made by way expected, raw: {@code attainment / expected}. 0.52 at an expected 0.57 is 0.912.
     *
     * <p>1 in grace. Where nothing or less is expected, 1 if the way made is at least that, else 0.
     */
    public double pace(double attainment, LocalDate day) {
        if (isInGrace(attainment, day)) {
            return 1;
        }
        double expected = expected(day);
        if (expected <= 0) {
            return attainment >= expected ? 1 : 0;
        }
        return attainment / expected;
    }
}
