package io.throughline.app.live;

import io.throughline.app.store.Settings;
import io.throughline.core.scorecard.KeptBlocks;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.StrategyModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * At which version of the strategy each plan changed last, as far as this node has seen: what was true of a plan then still
 * is. Before the first change that is seen, the version that was met first.
 *
 * <p>Most changes are values of KPIs. One of those changes its own plan, those in which a formula reads it, and those that
 * something contributes to; any other change is taken to change every plan. A strategy shares with the one before it what an
 * edit did not touch, so nearly everything is compared by being the same object. Immutable.
 */
final class PlanVersions {
    private final State now;
    private final long others;
    private final Map<String, Long> byPlan;

    /**
     * All that answers about plans follow from, but for work.
     *
     * @param kept what achieved objectives keep
     */
    record State(StrategyModel model, Settings settings, Map<String, KeptBlocks> kept) {
        private boolean differsOnlyInValues(State then) {
            return settings.equals(then.settings)
                    && kept.equals(then.kept)
                    && areSame(model.plans(), then.model.plans())
                    && areSame(model.themes(), then.model.themes())
                    && areSame(model.objectives(), then.model.objectives())
                    && areSame(model.kpis(), then.model.kpis())
                    && areSame(model.links(), then.model.links())
                    && areSame(model.contributions(), then.model.contributions())
                    && areSame(model.causes(), then.model.causes())
                    && areSame(model.exemptions(), then.model.exemptions());
        }
    }

    private PlanVersions(State now, long others, Map<String, Long> byPlan) {
        this.now = now;
        this.others = others;
        this.byPlan = byPlan;
    }

    static PlanVersions first(State state) {
        return new PlanVersions(state, state.model().version(), Map.of());
    }

    /** After a change; of an older strategy too, such as that of a backup, which is like any other that differs. */
    PlanVersions next(State later) {
        long version = later.model().version();
        if (version == now.model().version()) {
            return this;
        }
        if (version < now.model().version() || !later.differsOnlyInValues(now)) {
            return first(later);
        }
        Map<String, Long> next = new HashMap<>(byPlan);
        changedPlans(now.model(), later.model()).forEach(plan -> next.put(plan, version));
        return new PlanVersions(later, others, Map.copyOf(next));
    }

    /** That of a plan, known or not. */
    long of(String plan) {
        return byPlan.getOrDefault(plan, others);
    }

    private static Set<String> changedPlans(StrategyModel before, StrategyModel after) {
        Set<String> plans = new HashSet<>();
        for (Kpi kpi : after.kpis()) {
            List<Actual> values = after.actualsOf(kpi.key());
            List<Actual> then = before.actualsOf(kpi.key());
            if (values != then && !values.equals(then)) {
                after.planOf(kpi.key()).ifPresent(plan -> plans.add(plan.key()));
            }
        }
        if (!plans.isEmpty()) {
            after.contributions().forEach(each -> after.planOf(each.to()).ifPresent(plan -> plans.add(plan.key())));
        }
        return plans;
    }

    private static <T> boolean areSame(Collection<T> some, Collection<T> others) {
        if (some == others) {
            return true;
        }
        if (some.size() != others.size()) {
            return false;
        }
        Iterator<T> other = others.iterator();
        for (T one : some) {
            if (one != other.next()) {
                return false;
            }
        }
        return true;
    }
}
