package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.Lookups;
import io.throughline.app.edit.Move;
import io.throughline.app.edit.PlanForm;
import io.throughline.app.edit.Removal;
import io.throughline.app.edit.Rules;
import io.throughline.app.store.Draft;
import io.throughline.app.store.Kind;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.StrategyModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans. */
final class PlanShape implements Shape<Plan> {
    @Override
    public List<Plan> all(StrategyModel model) {
        return List.copyOf(model.plans());
    }

    @Override
    public boolean passes(StrategyModel model, Plan plan, Filter filter) {
        return Filter.is(filter.plan(), Optional.of(plan.key()))
                && filter.theme().isEmpty()
                && filter.objective().isEmpty()
                && filter.owns(null)
                && filter.mentions(plan.key(), plan.name());
    }

    @Override
    public Optional<Plan> find(StrategyModel model, String key) {
        return model.plan(key);
    }

    @Override
    public String key(Plan plan) {
        return plan.key();
    }

    @Override
    public long version(Plan plan) {
        return plan.version();
    }

    @Override
    public String newKey(Draft draft) {
        return draft.nextKey(Kind.PLAN);
    }

    @Override
    public Plan read(
            ObjectNode body, StrategyModel model, Lookups lookups, @Nullable Plan before, String key, Instant now) {
        return PlanForm.read(body, model, lookups, before, key);
    }

    /** A closed plan may be opened again, and while it stays closed nothing of it may change. */
    @Override
    public void requireMay(StrategyModel model, Caller caller, @Nullable Plan before, @Nullable Plan after) {
        Rules.requireEditor(caller);
        boolean staysClosed = before != null && after != null && after.state() == PlanState.CLOSED;
        if (staysClosed && !before.equals(after)) {
            Rules.requireOpen(model, before.key());
        }
    }

    @Override
    public ObjectNode view(Views views, Plan plan) {
        return views.plan(plan);
    }

    @Override
    public void remove(Removal removal, Plan plan) {
        removal.plan(plan);
    }

    @Override
    public Plan move(Draft draft, Move move, Plan plan) {
        return move.plan(draft, plan);
    }
}
