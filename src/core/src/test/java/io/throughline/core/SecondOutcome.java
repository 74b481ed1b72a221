package io.throughline.core;

import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Attestation;
import io.throughline.core.strategy.Contribution;
import io.throughline.core.strategy.Direction;
import io.throughline.core.strategy.Frequency;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.Point;
import io.throughline.core.strategy.Theme;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** KPIs and outcomes read a second time from the words of the design, as naively as delivery is in SecondReading. */
final class SecondOutcome {
    private final World world;

    SecondOutcome(World world) {
        this.world = world;
    }

    /** What an outcome is by this reading; {@code coverage} is -1 where there is no KPI below. */
    record Numbers(
            Double attainment,
            Double expected,
            Double pace,
            String health,
            double coverage,
            Set<String> unattested,
            Set<String> stale,
            boolean grace) {}

    private record Part(double weight, Numbers of, boolean kpi) {}

    private Objective objective(String key) {
        return world.objectives.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Plan planOf(Objective objective) {
        if (objective.parent() != null) {
            return planOf(objective(objective.parent()));
        }
        Theme theme = world.themes.stream()
                .filter(each -> each.key().equals(objective.theme()))
                .findFirst()
                .orElseThrow();
        return world.plans.stream()
                .filter(each -> each.key().equals(theme.plan()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean takesPart(Objective objective) {
        return objective.state() == ObjectiveState.ACTIVE || objective.state() == ObjectiveState.ACHIEVED;
    }

    Numbers of(Kpi kpi) {
        List<Actual> actuals = world.actuals.stream()
                .filter(each -> each.kpi().equals(kpi.key()))
                .sorted(Comparator.comparing(Actual::period).reversed())
                .toList();
        if (actuals.isEmpty()) {
            return new Numbers(null, null, null, "UNKNOWN", 0, Set.of(), Set.of(), false);
        }
        Actual newest = actuals.get(0);
        double attainment;
        double expected = 1;
        double pace;
        boolean grace = false;
        LocalDate end;
        if (kpi.direction() == Direction.MAINTAIN) {
            double value = newest.value();
            double distance = value < kpi.band().low()
                    ? kpi.band().low() - value
                    : value > kpi.band().high() ? value - kpi.band().high() : 0;
            attainment = Math.max(0, 1 - distance / kpi.band().tolerance());
            pace = attainment;
            end = kpi.objective() == null
                    ? null
                    : planOf(objective(kpi.objective())).end();
        } else {
            double from = kpi.baseline().value();
            double way = kpi.target().value() - from;
            attainment = (newest.value() - from) / way;
            expected = (lineAt(kpi, newest.period()) - from) / way;
            double days =
                    ChronoUnit.DAYS.between(kpi.baseline().date(), kpi.target().date());
            double passed = ChronoUnit.DAYS.between(kpi.baseline().date(), newest.period());
            grace = passed / days <= 0.1 && attainment >= 0;
            pace = grace ? 1 : expected <= 0 ? (attainment >= expected ? 1 : 0) : attainment / expected;
            end = kpi.target().date();
        }
        int patience = kpi.frequency() == Frequency.WEEKLY ? 10 : kpi.frequency() == Frequency.MONTHLY ? 45 : 136;
        boolean covers = end != null && !newest.period().isBefore(end);
        boolean isOver =
                kpi.objective() != null && planOf(objective(kpi.objective())).state() == PlanState.CLOSED;
        boolean stale = ChronoUnit.DAYS.between(newest.period(), world.today) > patience && !covers && !isOver;
        boolean unattested = kpi.attestation() == Attestation.OWNER && newest.attestedBy() == null;
        return new Numbers(
                attainment,
                expected,
                pace,
                stale ? "UNKNOWN" : health(pace),
                stale ? 0 : 1,
                unattested ? Set.of(kpi.key()) : Set.of(),
                stale ? Set.of(kpi.key()) : Set.of(),
                grace);
    }

    private static double lineAt(Kpi kpi, LocalDate day) {
        List<Point> points = new ArrayList<>(kpi.milestones());
        points.removeIf(each -> !each.date().isAfter(kpi.baseline().date())
                || !each.date().isBefore(kpi.target().date()));
        points.add(kpi.baseline());
        points.add(kpi.target());
        points.sort(Comparator.comparing(Point::date));
        Point before = null;
        Point after = null;
        for (Point point : points) {
            if (!point.date().isAfter(day)) {
                before = point;
            } else if (after == null) {
                after = point;
            }
        }
        if (before == null) {
            return kpi.baseline().value();
        }
        if (after == null) {
            return kpi.target().value();
        }
        double part = (double) ChronoUnit.DAYS.between(before.date(), day)
                / ChronoUnit.DAYS.between(before.date(), after.date());
        return before.value() * (1 - part) + after.value() * part;
    }

    private static String health(double pace) {
        return pace + 1e-9 >= 0.9 ? "GREEN" : pace + 1e-9 >= 0.7 ? "AMBER" : "RED";
    }

    Numbers of(Objective objective) {
        List<Part> parts = new ArrayList<>();
        boolean capped = false;
        for (Kpi kpi : world.kpis) {
            if (objective.key().equals(kpi.objective())) {
                parts.add(new Part(kpi.weight(), of(kpi), true));
                capped |= kpi.critical() && of(kpi).health().equals("RED");
            }
        }
        Set<String> children = new HashSet<>();
        for (Objective each : world.objectives) {
            if (objective.key().equals(each.parent()) && takesPart(each)) {
                children.add(each.key());
                parts.add(new Part(each.weight(), of(each), false));
            }
        }
        for (Contribution each : world.contributions) {
            Objective from = objective(each.from());
            if (each.to().equals(objective.key())
                    && takesPart(from)
                    && planOf(from).state() != PlanState.DRAFT
                    && children.add(from.key())) {
                parts.add(new Part(each.weight(), of(from), false));
            }
        }
        return node(parts, capped);
    }

    Numbers of(Theme theme) {
        List<Part> parts = new ArrayList<>();
        for (Objective each : world.objectives) {
            if (each.parent() == null && theme.key().equals(each.theme()) && takesPart(each)) {
                parts.add(new Part(each.weight(), of(each), false));
            }
        }
        return node(parts, false);
    }

    Numbers of(Plan plan) {
        List<Part> parts = new ArrayList<>();
        for (Theme theme : world.themes) {
            if (theme.plan().equals(plan.key())) {
                parts.add(new Part(theme.weight(), of(theme), false));
            }
        }
        return node(parts, false);
    }

    private static double clamp(double value) {
        return value < 0 ? 0 : value > 1 ? 1 : value;
    }

    private static Numbers node(List<Part> parts, boolean capped) {
        double weights = 0;
        double attainment = 0;
        double pace = 0;
        double coverageWeights = 0;
        double coverage = 0;
        boolean grace = true;
        Set<String> unattested = new HashSet<>();
        Set<String> stale = new HashSet<>();
        for (Part part : parts) {
            boolean hasData =
                    part.of().attainment() != null && (!part.kpi() || part.of().coverage() == 1);
            if (hasData) {
                weights += part.weight();
                attainment += part.weight() * clamp(part.of().attainment());
                pace += part.weight() * clamp(part.of().pace());
                grace &= part.of().grace();
            }
            if (part.of().coverage() >= 0) {
                coverageWeights += part.weight();
                coverage += part.weight() * part.of().coverage();
            }
            unattested.addAll(part.of().unattested());
            stale.addAll(part.of().stale());
        }
        double covered = coverageWeights == 0 ? -1 : coverage / coverageWeights;
        if (weights == 0) {
            return new Numbers(null, null, null, "UNKNOWN", covered, unattested, stale, false);
        }
        attainment /= weights;
        pace /= weights;
        Double expected = grace || attainment <= 0 ? null : (Double) (attainment / pace);
        String health = covered < 0.5 - 1e-9 ? "UNKNOWN" : health(pace);
        if (capped && health.equals("GREEN")) {
            health = "AMBER";
        }
        return new Numbers(attainment, expected, pace, health, covered, unattested, stale, grace);
    }
}
