package io.throughline.app.live;

import io.throughline.app.store.Settings;
import io.throughline.core.scorecard.KeptBlocks;
import io.throughline.core.scorecard.TouchedPlans;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * At which version of the strategy each plan changed last, as far as this node has seen: what was true of a plan then still
 * is. Before the first change that is seen, the version that was met first. Immutable; a key for what this node keeps, nothing to
 * be told to others: another node has seen other changes.
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
        /** Whether all that no number follows from, and that answers tell all the same, is as it was. */
        private boolean isOtherwiseAs(State then) {
            return settings.equals(then.settings)
                    && kept.equals(then.kept)
                    && List.copyOf(model.causes()).equals(List.copyOf(then.model.causes()))
                    && List.copyOf(model.exemptions()).equals(List.copyOf(then.model.exemptions()));
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
        if (version < now.model().version() || !later.isOtherwiseAs(now)) {
            return first(later);
        }
        TouchedPlans touched = TouchedPlans.between(now.model(), later.model());
        Map<String, Long> next = new HashMap<>(byPlan);
        later.model().plans().stream().map(Plan::key).filter(touched).forEach(plan -> next.put(plan, version));
        return new PlanVersions(later, others, Map.copyOf(next));
    }

    /** That of a plan, known or not. */
    long of(String plan) {
        return byPlan.getOrDefault(plan, others);
    }
}
