package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.Lookups;
import io.throughline.app.edit.Move;
import io.throughline.app.edit.Removal;
import io.throughline.app.edit.Rules;
import io.throughline.app.edit.ThemeForm;
import io.throughline.app.store.Draft;
import io.throughline.app.store.Kind;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Themes. */
final class ThemeShape implements Shape<Theme> {
    @Override
    public List<Theme> all(StrategyModel model) {
        return model.plans().stream()
                .flatMap(plan -> model.themesOf(plan.key()).stream())
                .toList();
    }

    @Override
    public boolean passes(StrategyModel model, Theme theme, Filter filter) {
        return Filter.is(filter.plan(), Optional.of(theme.plan()))
                && Filter.is(filter.theme(), Optional.of(theme.key()))
                && filter.objective().isEmpty()
                && filter.owns(theme.owner())
                && filter.mentions(theme.key(), theme.name());
    }

    @Override
    public Optional<Theme> find(StrategyModel model, String key) {
        return model.theme(key);
    }

    @Override
    public String key(Theme theme) {
        return theme.key();
    }

    @Override
    public long version(Theme theme) {
        return theme.version();
    }

    @Override
    public String newKey(Draft draft) {
        return draft.nextKey(Kind.THEME);
    }

    @Override
    public Theme read(
            ObjectNode body, StrategyModel model, Lookups lookups, @Nullable Theme before, String key, Instant now) {
        return ThemeForm.read(body, model, lookups, before, key);
    }

    /** An owner may edit its theme where it is; creating, moving and deleting need the edit right. */
    @Override
    public void requireMay(StrategyModel model, Caller caller, @Nullable Theme before, @Nullable Theme after) {
        boolean stays = before != null && after != null && before.plan().equals(after.plan());
        Rules.requireEditorOrOwner(caller, stays ? before.owner() : null);
        if (before != null && !before.equals(after)) {
            Rules.requireOpen(model, before.plan());
        }
        if (after != null && !after.equals(before)) {
            Rules.requireOpen(model, after.plan());
        }
    }

    @Override
    public ObjectNode view(Views views, Theme theme) {
        return views.theme(theme);
    }

    @Override
    public void remove(Removal removal, Theme theme) {
        removal.theme(theme);
    }

    @Override
    public Theme move(Draft draft, Move move, Theme theme) {
        return move.theme(draft, theme);
    }
}
