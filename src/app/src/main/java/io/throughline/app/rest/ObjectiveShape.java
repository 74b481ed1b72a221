package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.Achievement;
import io.throughline.app.edit.Lookups;
import io.throughline.app.edit.Move;
import io.throughline.app.edit.ObjectiveForm;
import io.throughline.app.edit.Removal;
import io.throughline.app.edit.Rules;
import io.throughline.app.store.Draft;
import io.throughline.app.store.Kind;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Objectives. */
final class ObjectiveShape implements Shape<Objective> {
    private final Achievement achievement;

    ObjectiveShape(Achievement achievement) {
        this.achievement = achievement;
    }

    @Override
    public List<Objective> all(StrategyModel model) {
        return model.plans().stream()
                .flatMap(plan -> model.objectivesIn(plan.key()).stream())
                .toList();
    }

    /** {@code theme} finds objectives however deep; {@code objective} those directly below it. */
    @Override
    public boolean passes(StrategyModel model, Objective objective, Filter filter) {
        return Filter.is(filter.plan(), model.planOf(objective.key()).map(Plan::key))
                && Filter.is(filter.theme(), model.themeOf(objective.key()).map(Theme::key))
                && Filter.is(filter.objective(), Optional.ofNullable(objective.parent()))
                && filter.owns(objective.owner())
                && filter.mentions(objective.key(), objective.name());
    }

    @Override
    public Optional<Objective> find(StrategyModel model, String key) {
        return model.objective(key);
    }

    @Override
    public String key(Objective objective) {
        return objective.key();
    }

    @Override
    public long version(Objective objective) {
        return objective.version();
    }

    @Override
    public String newKey(Draft draft) {
        return draft.nextKey(Kind.OBJECTIVE);
    }

    @Override
    public Objective read(
            ObjectNode body,
            StrategyModel model,
            Lookups lookups,
            @Nullable Objective before,
            String key,
            Instant now) {
        return ObjectiveForm.read(body, model, lookups, before, key);
    }

    /** An owner may edit its objective where it is; creating, moving and deleting need the edit right. */
    @Override
    public void requireMay(StrategyModel model, Caller caller, @Nullable Objective before, @Nullable Objective after) {
        boolean stays = before != null
                && after != null
                && Objects.equals(before.parent(), after.parent())
                && (before.parent() != null || Objects.equals(before.theme(), after.theme()));
        Rules.requireEditorOrOwner(caller, stays ? before.owner() : null);
        if (before != null && !before.equals(after)) {
            Rules.requireOpen(model, before.key());
        }
        if (after != null && !after.equals(before)) {
            Rules.requireOpen(model, after.parent() == null ? String.valueOf(after.theme()) : after.parent());
        }
    }

    @Override
    public ObjectNode view(Views views, Objective objective) {
        return views.objective(objective);
    }

    @Override
    public void settle(Draft draft, @Nullable Objective before, Objective after, Caller caller) {
        achievement.settle(draft, before, after, caller);
    }

    @Override
    public void remove(Removal removal, Objective objective) {
        removal.objective(objective);
    }

    @Override
    public Objective move(Draft draft, Move move, Objective objective) {
        return move.objective(draft, objective);
    }
}
