package io.throughline.core.measures;

import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Attestation;
import io.throughline.core.strategy.Direction;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.Point;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One KPI on one day, judged by its newest actual.
 *
 * @param newest the actual with the latest period, null without any
 * @param attainment raw; null without an actual
 * @param expected at the end of the newest actual's period; null without an actual
 * @param pace raw; null without an actual
 * @param health UNKNOWN without an actual or when stale
 * @param stale whether the newest actual is too old to say anything; it keeps its value and counts as no data
 * @param unattested whether the newest actual should have been attested by the owner and has not been
 * @param inGrace whether the pace is 1 because it is early
 * @param overdueSince the day after the first period that ended without an actual since the newest one; null if none is
 *     owed
 */
public record KpiScore(
        Kpi kpi,
        @Nullable Actual newest,
        @Nullable Double attainment,
        @Nullable Double expected,
        @Nullable Double pace,
        OutcomeHealth health,
        boolean stale,
        boolean unattested,
        boolean inGrace,
        @Nullable LocalDate overdueSince) {

    /**
     * Judges a KPI.
     *
     * @param actuals newest period first
     * @param plan the plan it is in, null for an orphan KPI
     */
    public static KpiScore of(Kpi kpi, List<Actual> actuals, @Nullable Plan plan, LocalDate today) {
        LocalDate overdue = overdueSince(kpi, actuals, plan, today);
        if (actuals.isEmpty()) {
            return new KpiScore(kpi, null, null, null, null, OutcomeHealth.UNKNOWN, false, false, false, overdue);
        }
        Actual newest = actuals.get(0);
        KpiLine line = new KpiLine(kpi);
        double attainment = line.attainment(newest.value());
        double pace = line.pace(attainment, newest.period());
        boolean stale = isStale(kpi, newest, plan, today);
        return new KpiScore(
                kpi,
                newest,
                attainment,
                line.expected(newest.period()),
                pace,
                stale ? OutcomeHealth.UNKNOWN : OutcomeHealth.ofPace(pace),
                stale,
                kpi.attestation() == Attestation.OWNER && !newest.isAttested(),
                line.isInGrace(attainment, newest.period()),
                overdue);
    }

    /** Whether it has data that counts: an actual that is not stale. */
    public boolean hasData() {
        return newest != null && !stale;
    }

    /** The block of this KPI's node. */
    public OutcomeBlock block() {
        return new OutcomeBlock(
                attainment, expected, pace, health, hasData() ? 1 : 0, unattested ? 1 : 0, stale ? 1 : 0);
    }

    /**
     * More than 10, 45 or 136 days after the end of the newest actual's period; never once an actual covers the end or
     * the plan is CLOSED. A monthly KPI with an actual for 31 May is stale from 16 July on.
     *
     * @param newest the newest actual that is known on that day
     * @param plan the plan it is in, null for an orphan KPI
     */
    public static boolean isStale(Kpi kpi, Actual newest, @Nullable Plan plan, LocalDate today) {
        int days = Periods.staleAfterDays(kpi.frequency());
        return !isOver(kpi, newest, plan) && today.isAfter(newest.period().plusDays(days));
    }

    private static boolean isOver(Kpi kpi, @Nullable Actual newest, @Nullable Plan plan) {
        if (plan != null && plan.state() == PlanState.CLOSED) {
            return true;
        }
        LocalDate end = end(kpi, plan);
        return newest != null && end != null && !newest.period().isBefore(end);
    }

    /** The target date; for a band the plan's end. */
    private static @Nullable LocalDate end(Kpi kpi, @Nullable Plan plan) {
        Point target = kpi.target();
        if (target != null && kpi.direction() != Direction.MAINTAIN) {
            return target.date();
        }
        return plan == null ? null : plan.end();
    }

    /**
     * Periods are owed one after the other from the first that ends after the baseline date (a band's: on or after the
     * plan's start) until one covers the end. Gaps before the newest actual are history, nobody is reminded of them.
     */
    private static @Nullable LocalDate overdueSince(
            Kpi kpi, List<Actual> actuals, @Nullable Plan plan, LocalDate today) {
        LocalDate owed = owedPeriod(kpi, actuals, plan);
        return owed != null && today.isAfter(owed) ? owed.plusDays(1) : null;
    }

    /** The last day of the next period that is owed, be it over or not; null when none is any more. */
    public static @Nullable LocalDate owedPeriod(Kpi kpi, List<Actual> actuals, @Nullable Plan plan) {
        Actual newest = actuals.isEmpty() ? null : actuals.get(0);
        if (isOver(kpi, newest, plan)) {
            return null;
        }
        return newest == null ? firstPeriod(kpi, plan) : Periods.endAfter(kpi.frequency(), newest.period());
    }

    private static @Nullable LocalDate firstPeriod(Kpi kpi, @Nullable Plan plan) {
        Point baseline = kpi.baseline();
        if (baseline != null) {
            return Periods.endOf(kpi.frequency(), baseline.date().plusDays(1));
        }
        return plan == null ? null : Periods.endOf(kpi.frequency(), plan.start());
    }
}
