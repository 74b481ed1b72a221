package io.throughline.app.edit;

import io.throughline.app.edit.Refused.Kind;
import io.throughline.app.store.Draft;
import io.throughline.core.formula.FormulaNet;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Cause;
import io.throughline.core.strategy.Contribution;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.WorkLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Deletes an object with all that hangs on it, leaves first: sub-objectives, KPIs with their actuals, links, and what
 * joins a deleted objective with others. Plans below a deleted plan stay and lose their parent: a business unit's
 * strategy is not somebody else's to delete.
 */
public final class Removal {
    private final Draft draft;
    private final StrategyModel model;
    private final boolean cascade;

    /** @param cascade whether children may go too; if not, having some is a conflict */
    public Removal(Draft draft, boolean cascade) {
        this.draft = draft;
        this.model = draft.model();
        this.cascade = cascade;
    }

    public void plan(Plan plan) {
        Rules.requireOpen(plan);
        List<Plan> below = model.plans().stream()
                .filter(each -> plan.key().equals(each.parent()))
                .toList();
        List<Theme> themes = model.themesOf(plan.key());
        require(plan.key(), themes.size() + below.size());
        themes.forEach(this::withBelow);
        below.forEach(each -> draft.put(Copies.under(each, null)));
        draft.remove(plan);
    }

    public void theme(Theme theme) {
        Rules.requireOpen(model, theme.key());
        require(theme.key(), model.objectivesOf(theme.key()).size());
        withBelow(theme);
    }

    public void objective(Objective objective) {
        String key = objective.key();
        Rules.requireOpen(model, key);
        require(
                key,
                model.subObjectivesOf(key).size()
                        + model.kpisOf(key).size()
                        + model.linksOf(key).size());
        withBelow(objective);
    }

    public void kpi(Kpi kpi) {
        Rules.requireOpen(model, kpi.key());
        requireUnused(kpi);
        require(kpi.key(), draft.storedActuals(kpi.key()).size());
        withBelow(kpi);
    }

    public void link(WorkLink link) {
        Rules.requireOpen(model, link.objective());
        draft.remove(link);
    }

    /** A contribution or an arrow of the strategy map; nothing hangs on it. */
    public void join(Object join) {
        draft.remove(join);
    }

    private void require(String key, int children) {
        if (children > 0 && !cascade) {
            throw Refused.of(Kind.CONFLICT, "HAS_CHILDREN").with("ref", key).with("children", children);
        }
    }

    /** Without it, those that are computed from it would lose their values. */
    private void requireUnused(Kpi kpi) {
        Set<String> users = new TreeSet<>(new FormulaNet(model).usersOf(kpi.key()));
        if (!users.isEmpty() && !cascade) {
            throw Refused.of(Kind.CONFLICT, "KPI_IN_USE").with("kpi", kpi.key()).with("formulas", List.copyOf(users));
        }
    }

    private void withBelow(Theme theme) {
        model.objectivesOf(theme.key()).forEach(this::withBelow);
        draft.remove(theme);
    }

    /** Removes an exemption; nothing hangs below it. */
    public void exemption(Exemption exemption) {
        draft.remove(exemption);
    }

    private void withBelow(Objective objective) {
        String key = objective.key();
        model.subObjectivesOf(key).forEach(this::withBelow);
        model.kpisOf(key).forEach(this::withBelow);
        for (WorkLink link : model.linksOf(key)) {
            draft.remove(link);
        }
        joins(key).forEach(draft::remove);
        draft.kept(key).ifPresent(draft::remove);
        draft.remove(objective);
    }

    private void withBelow(Kpi kpi) {
        for (Actual actual : draft.storedActuals(kpi.key())) {
            draft.remove(actual);
        }
        draft.remove(kpi);
    }

    private List<Object> joins(String key) {
        List<Object> joins = new ArrayList<>();
        for (Contribution each : model.contributions()) {
            if (each.from().equals(key) || each.to().equals(key)) {
                joins.add(each);
            }
        }
        for (Cause each : model.causes()) {
            if (each.cause().equals(key) || each.effect().equals(key)) {
                joins.add(each);
            }
        }
        return joins;
    }
}
