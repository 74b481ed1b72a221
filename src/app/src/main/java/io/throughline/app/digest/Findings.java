package io.throughline.app.digest;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import io.throughline.app.access.Caller;
import io.throughline.app.live.OrphanDesk;
import io.throughline.app.live.OrphanQuestion;
import io.throughline.app.live.WorkReading;
import io.throughline.core.measures.KpiScore;
import io.throughline.core.orphans.OrphanKind;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what belongs into digests. Orphans are asked for in the name of the reader, with the reader's permissions: nothing
 * of a project or an issue that the reader may not browse is counted or named.
 */
@JiraComponent
public class Findings {
    static final int NAMED = 5;
    private static final Set<OrphanKind> WORK = EnumSet.of(OrphanKind.EPIC, OrphanKind.ISSUE);

    /** Work alone is asked for, and that asks nothing about the strategy's objects. */
    private static final OrphanDesk.Outside NOT_ASKED = new OrphanDesk.Outside() {
        @Override
        public boolean isDead(WorkLink link) {
            throw new IllegalStateException("only work was asked for");
        }

        @Override
        public boolean isActive(String user) {
            throw new IllegalStateException("only work was asked for");
        }
    };

    private final WorkReading work;

    @Inject
    public Findings(WorkReading work) {
        this.work = work;
    }

    boolean isReady() {
        return work.health().ready();
    }

    /** User keys of those who lead a project with orphans, or own an objective of a plan in force; nobody without such a plan. */
    Set<String> readers(StrategyModel model) {
        if (model.plans().stream().noneMatch(plan -> plan.state() == PlanState.ACTIVE)) {
            return Set.of(); // where no strategy is in force, all work serves none, and nobody is to be told
        }
        Set<String> readers = new TreeSet<>(work.leads(model));
        model.objectives().stream()
                .filter(each -> isInForce(model, each.key()))
                .filter(each -> each.owner() != null)
                .forEach(each -> readers.add(each.owner()));
        return readers;
    }

    Digest of(Caller reader, StrategyModel model, LocalDate today) {
        OrphanQuestion own = new OrphanQuestion(WORK, null, reader.key(), 0, OrphanQuestion.Order.SIZE);
        OrphanDesk.Page page = work.orphans(model, null, reader).page(own, NOT_ASKED, 0, NAMED);
        List<Kpi> stale = model.kpis().stream()
                .filter(each -> reader.key().equals(each.owner()) && isInForce(model, each.key()))
                .filter(each -> isStale(each, model, today))
                .toList();
        Set<String> drift = Set.copyOf(work.drifting(model));
        List<Objective> drifting = model.objectives().stream()
                .filter(each -> reader.key().equals(each.owner()) && drift.contains(each.key()))
                .toList();
        return new Digest(page.rows(), page.total(), stale, drifting);
    }

    private static boolean isStale(Kpi kpi, StrategyModel model, LocalDate today) {
        List<Actual> actuals = model.actualsOf(kpi.key());
        return !actuals.isEmpty()
                && KpiScore.isStale(kpi, actuals.get(0), model.planOf(kpi.key()).orElse(null), today);
    }

    private static boolean isInForce(StrategyModel model, String key) {
        return model.planOf(key)
                .map(Plan::state)
                .filter(PlanState.ACTIVE::equals)
                .isPresent();
    }
}
