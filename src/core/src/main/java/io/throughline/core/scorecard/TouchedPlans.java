package io.throughline.core.scorecard;

import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.StrategyModel;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which plans have other numbers after a change of the strategy than before. Most changes are values of KPIs, and one of
 * those is in its own plan, and in those that something contributes to; any other change is taken to touch every plan.
 *
 * <p>A strategy shares with the one before it what an edit did not touch, so nearly everything is compared by being the same
 * object; what is not the same object counts as changed.
 */
public final class TouchedPlans implements Predicate<String> {
    private final boolean all;
    private final Set<String> plans;

    private TouchedPlans(boolean all, Set<String> plans) {
        this.all = all;
        this.plans = plans;
    }

    /** What the numbers of plans follow from is compared, work and what achieved objectives keep are not. */
    public static TouchedPlans between(StrategyModel before, StrategyModel after) {
        if (before == after) {
            return new TouchedPlans(false, Set.of());
        }
        boolean isOnlyValues = areSame(before.plans(), after.plans())
                && areSame(before.themes(), after.themes())
                && areSame(before.objectives(), after.objectives())
                && areSame(before.kpis(), after.kpis())
                && areSame(before.links(), after.links())
                && areSame(before.contributions(), after.contributions());
        if (!isOnlyValues) {
            return new TouchedPlans(true, Set.of());
        }
        Set<String> plans = new HashSet<>();
        for (Kpi kpi : after.kpis()) {
            List<Actual> now = after.actualsOf(kpi.key());
            List<Actual> then = before.actualsOf(kpi.key());
            if (now != then && !now.equals(then)) {
                after.planOf(kpi.key()).ifPresent(plan -> plans.add(plan.key()));
            }
        }
        if (!plans.isEmpty()) {
            after.contributions().forEach(each -> after.planOf(each.to()).ifPresent(plan -> plans.add(plan.key())));
        }
        return new TouchedPlans(false, plans);
    }

    @Override
    public boolean test(String plan) {
        return all || plans.contains(plan);
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
