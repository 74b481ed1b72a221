package io.throughline.core.orphans;

import io.throughline.core.measures.KpiScore;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.WorkLink;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the strategy lacks, in one plan or in all that is in force: the objects of ACTIVE plans and those in no plan.
 *
 * <p>By the words of the table, without exceptions: a link of an abandoned objective can be dead, a KPI can be stale and
 * unowned and without an objective at once. Each is listed once per kind, kind by kind, in the order of keys.
 *
 * <p>Example: OBJ-1 is ACTIVE, its only link leads to an epic whose stories are all cancelled, and it has a KPI owned by
 * somebody who left: OBJ-1 is UNSUPPORTED_OBJECTIVE if the epic is cancelled too, and the KPI is UNOWNED.
 */
public final class StrategyGaps {
    private final StrategyModel model;
    private final @Nullable String plan;
    private final LocalDate today;
    private final Outside outside;
    private final List<StrategyGap> found = new ArrayList<>();

    /** What does not follow from the strategy alone. */
    public interface Outside {
        /** Whether the target of a link is deleted, or unreadable as a query. */
        boolean isDead(WorkLink link);

        /** Whether there is such a user, and active. */
        boolean isActive(String user);

        /** Whether live work counts for an objective of a plan or for what is below it. */
        boolean hasWork(String plan, String objective);

        /** Whether a KPI counts for an objective of a plan or for what is below it. */
        boolean hasKpi(String plan, String objective);
    }

    private StrategyGaps(StrategyModel model, @Nullable String plan, LocalDate today, Outside outside) {
        this.model = model;
        this.plan = plan;
        this.today = today;
        this.outside = outside;
    }

    /**
     * All of them.
     *
     * @param plan key of a plan in any state, null for what is in force
     * @param today for what is stale
     */
    public static List<StrategyGap> of(StrategyModel model, @Nullable String plan, LocalDate today, Outside outside) {
        StrategyGaps gaps = new StrategyGaps(model, plan, today, outside);
        gaps.links();
        gaps.objectives();
        gaps.kpis();
        gaps.owners();
        return List.copyOf(gaps.found);
    }

    private void links() {
        for (WorkLink link : model.links()) {
            if (isAsked(link.objective())) {
                addIf(outside.isDead(link), OrphanKind.DEAD_LINK, Long.toString(link.id()));
            }
        }
    }

    private void objectives() {
        for (Objective each : model.objectives()) {
            Plan home = model.planOf(each.key()).orElse(null);
            if (home != null && each.state() == ObjectiveState.ACTIVE && isAsked(each.key())) {
                addIf(!outside.hasWork(home.key(), each.key()), OrphanKind.UNSUPPORTED_OBJECTIVE, each.key());
            }
        }
        for (Objective each : model.objectives()) {
            Plan home = model.planOf(each.key()).orElse(null);
            if (home != null && each.state() == ObjectiveState.ACTIVE && isAsked(each.key())) {
                addIf(!outside.hasKpi(home.key(), each.key()), OrphanKind.UNMEASURED_OBJECTIVE, each.key());
            }
        }
    }

    private void kpis() {
        for (Kpi kpi : model.kpis()) {
            addIf(isAsked(kpi.key()) && isOrphan(kpi), OrphanKind.ORPHAN_KPI, kpi.key());
        }
        for (Kpi kpi : model.kpis()) {
            addIf(isAsked(kpi.key()) && isStale(kpi), OrphanKind.STALE_KPI, kpi.key());
        }
    }

    private boolean isOrphan(Kpi kpi) {
        String key = kpi.objective();
        Optional<Objective> objective = key == null ? Optional.empty() : model.objective(key);
        return objective.map(each -> each.state() == ObjectiveState.ABANDONED).orElse(true);
    }

    private boolean isStale(Kpi kpi) {
        List<Actual> actuals = model.actualsOf(kpi.key());
        return !actuals.isEmpty()
                && KpiScore.isStale(kpi, actuals.get(0), model.planOf(kpi.key()).orElse(null), today);
    }

    private void owners() {
        for (Theme each : model.themes()) {
            unowned(each.key(), each.owner());
        }
        for (Objective each : model.objectives()) {
            unowned(each.key(), each.owner());
        }
        for (Kpi each : model.kpis()) {
            unowned(each.key(), each.owner());
        }
    }

    private void unowned(String key, @Nullable String owner) {
        addIf(isAsked(key) && (owner == null || !outside.isActive(owner)), OrphanKind.UNOWNED, key);
    }

    private boolean isAsked(String key) {
        Plan home = model.planOf(key).orElse(null);
        if (plan != null) {
            return home != null && plan.equals(home.key());
        }
        return home == null || home.state() == PlanState.ACTIVE;
    }

    private void addIf(boolean wanted, OrphanKind kind, String ref) {
        if (wanted) {
            found.add(new StrategyGap(kind, ref));
        }
    }
}
