package io.throughline.app.daily;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.live.InstanceTime;
import io.throughline.app.live.LiveRollup;
import io.throughline.app.store.Draft;
import io.throughline.app.store.Kept;
import io.throughline.app.store.LoggedChange;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.scorecard.KeptBlocks;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the blocks of objectives that became ACHIEVED when none could be kept: while Jira was being read, or as they were
 * created, before anything was linked to them.
 *
 * <p>They keep the numbers of the end of their day: the strategy as it stood then, with the work as it is when the day has
 * just ended, or when numbers are there again. Until then they count as they are. It is logged as a change of whoever
 * achieved them.
 */
@JiraComponent
public class LateAchievements {
    private static final Logger LOG = LoggerFactory.getLogger(LateAchievements.class);
    private static final int PAGE = 1_000;

    private final BooleanSupplier isReady;
    private final BiFunction<StrategyModel, LocalDate, Scoring> scores;
    private final StrategyStore store;
    private final Clock clock;

    @Inject
    public LateAchievements(LiveRollup rollup, StrategyStore store) {
        this(() -> rollup.health().ready(), rollup::on, store, InstanceTime.clock());
    }

    /**
     * @param isReady whether numbers about work are whole
     * @param scores a strategy scored for a day, with the work of now
     */
    public LateAchievements(
            BooleanSupplier isReady,
            BiFunction<StrategyModel, LocalDate, Scoring> scores,
            StrategyStore store,
            Clock clock) {
        this.isReady = isReady;
        this.scores = scores;
        this.store = store;
        this.clock = clock;
    }

    /** Keeps what is missing; cheap when nothing is. Any node may do it: only the first finds nothing kept. */
    public void tick() {
        StrategyModel model = store.model();
        Map<String, KeptBlocks> kept = store.kept(model);
        List<Objective> missing = model.objectives().stream()
                .filter(each -> each.state() == ObjectiveState.ACHIEVED && !kept.containsKey(each.key()))
                .toList();
        if (missing.isEmpty() || !isReady.getAsBoolean()) {
            return;
        }
        for (Objective each : missing) {
            try {
                keep(each.key());
            } catch (RuntimeException failed) {
                LOG.warn("The numbers of {} could not be kept; it is tried again", each.key(), failed);
            }
        }
    }

    private void keep(String objective) {
        LoggedChange achieved = achieved(objective);
        LocalDate day =
                achieved == null ? null : achieved.at().atZone(clock.getZone()).toLocalDate();
        if (day == null || !day.isBefore(LocalDate.now(clock))) {
            return;
        }
        StrategyModel then =
                store.modelBefore(day.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
        Optional<Plan> plan = then.planOf(objective);
        if (plan.isEmpty()) {
            return;
        }
        PlanScore score = scores.apply(then, day).plan(plan.get().key());
        KeptBlocks blocks =
                new KeptBlocks(score.delivery(objective), score.outcome(objective), score.signal(objective));
        store.write(
                achieved.actor(),
                draft -> isStillMissing(draft, objective) ? draft.put(new Kept(objective, day, blocks, 1)) : objective);
    }

    private static boolean isStillMissing(Draft draft, String objective) {
        return draft.kept(objective).isEmpty()
                && draft.model()
                        .objective(objective)
                        .filter(each -> each.state() == ObjectiveState.ACHIEVED)
                        .isPresent();
    }

    /** The last row that made it ACHIEVED. */
    private @Nullable LoggedChange achieved(String objective) {
        LoggedChange last = null;
        for (int start = 0; ; start += PAGE) {
            List<LoggedChange> rows = store.changes(objective, start, PAGE).rows();
            for (LoggedChange row : rows) {
                if (isAchieved(row.after()) && !isAchieved(row.before())) {
                    last = row;
                }
            }
            if (rows.size() < PAGE) {
                return last;
            }
        }
    }

    private static boolean isAchieved(@Nullable ObjectNode objective) {
        return objective != null
                && ObjectiveState.ACHIEVED.name().equals(objective.path("state").textValue());
    }
}
