package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.KpiForm;
import io.throughline.app.edit.Lookups;
import io.throughline.app.edit.Move;
import io.throughline.app.edit.Removal;
import io.throughline.app.edit.Rules;
import io.throughline.app.store.Draft;
import io.throughline.app.store.Kind;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** KPIs. */
final class KpiShape implements Shape<Kpi> {
    @Override
    public List<Kpi> all(StrategyModel model) {
        return List.copyOf(model.kpis());
    }

    @Override
    public boolean passes(StrategyModel model, Kpi kpi, Filter filter) {
        Optional<String> objective = Optional.ofNullable(kpi.objective());
        return Filter.is(filter.plan(), model.planOf(kpi.key()).map(Plan::key))
                && Filter.is(filter.theme(), objective.flatMap(model::themeOf).map(Theme::key))
                && Filter.is(filter.objective(), objective)
                && filter.owns(kpi.owner())
                && filter.mentions(kpi.key(), kpi.name());
    }

    @Override
    public Optional<Kpi> find(StrategyModel model, String key) {
        return model.kpi(key);
    }

    @Override
    public String key(Kpi kpi) {
        return kpi.key();
    }

    @Override
    public long version(Kpi kpi) {
        return kpi.version();
    }

    @Override
    public String newKey(Draft draft) {
        return draft.nextKey(Kind.KPI);
    }

    @Override
    public Kpi read(
            ObjectNode body, StrategyModel model, Lookups lookups, @Nullable Kpi before, String key, Instant now) {
        return KpiForm.read(body, model, lookups, before, key);
    }

    /** An owner may edit its KPI where it is; creating, moving and deleting need the edit right. */
    @Override
    public void requireMay(StrategyModel model, Caller caller, @Nullable Kpi before, @Nullable Kpi after) {
        boolean stays = before != null && after != null && Objects.equals(before.objective(), after.objective());
        Rules.requireEditorOrOwner(caller, stays ? before.owner() : null);
        if (before != null && !before.equals(after)) {
            Rules.requireOpen(model, before.key());
        }
        if (after != null && after.objective() != null && !after.equals(before)) {
            Rules.requireOpen(model, after.objective());
        }
    }

    @Override
    public ObjectNode view(Views views, Kpi kpi) {
        return views.kpiWithEvaluation(kpi);
    }

    @Override
    public void stored(Kpi kpi, Lookups lookups) {
        lookups.measure(kpi);
    }

    @Override
    public void remove(Removal removal, Kpi kpi) {
        removal.kpi(kpi);
    }

    @Override
    public Kpi move(Draft draft, Move move, Kpi kpi) {
        return move.kpi(draft, kpi);
    }
}
