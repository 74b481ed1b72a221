package io.throughline.app.edit;

import io.throughline.app.access.Caller;
import io.throughline.app.live.WorkReading;
import io.throughline.app.store.Draft;
import io.throughline.app.store.Kept;
import io.throughline.core.scorecard.KeptBlocks;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an objective's numbers when it is achieved, and when it is taken up again.
 *
 * <p>The blocks of the moment before are kept in the same change. While Jira is being read there are none that could be
 * kept, and one that is created as achieved has nothing yet: those keep the numbers of the end of their day, see {@code
 * LateAchievements}.
 */
public final class Achievement {
    private final WorkReading work;

    public Achievement(WorkReading work) {
        this.work = work;
    }

    /** Keeps or forgets, as the change of state wants it. */
    public void settle(Draft draft, @Nullable Objective before, Objective after, Caller caller) {
        boolean was = before != null && before.state() == ObjectiveState.ACHIEVED;
        boolean is = after.state() == ObjectiveState.ACHIEVED;
        if (!is) {
            draft.kept(after.key()).ifPresent(draft::remove);
        } else if (!was && before != null) {
            keep(draft, after, caller);
        }
    }

    private void keep(Draft draft, Objective objective, Caller caller) {
        StrategyModel model = draft.model();
        Optional<Plan> plan = model.planOf(objective.key());
        if (plan.isEmpty() || !work.health().ready()) {
            return;
        }
        PlanScore score = work.plan(model, plan.get().key(), caller).score();
        String key = objective.key();
        KeptBlocks blocks = new KeptBlocks(score.delivery(key), score.outcome(key), score.signal(key));
        draft.put(new Kept(key, score.today(), blocks, 1));
    }
}
