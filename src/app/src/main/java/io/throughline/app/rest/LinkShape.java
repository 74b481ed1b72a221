package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.LinkForm;
import io.throughline.app.edit.Lookups;
import io.throughline.app.edit.Removal;
import io.throughline.app.edit.Rules;
import io.throughline.app.store.Draft;
import io.throughline.app.store.Kind;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.WorkLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Work links; they belong to their objective, so its owner may edit them all. */
final class LinkShape implements Shape<WorkLink> {
    @Override
    public List<WorkLink> all(StrategyModel model) {
        return List.copyOf(model.links());
    }

    /** Links have neither owner nor name: {@code owner} is the objective's, and words find nothing. */
    @Override
    public boolean passes(StrategyModel model, WorkLink link, Filter filter) {
        String objective = link.objective();
        return Filter.is(filter.plan(), model.planOf(objective).map(Plan::key))
                && Filter.is(filter.theme(), model.themeOf(objective).map(Theme::key))
                && Filter.is(filter.objective(), Optional.of(objective))
                && filter.owns(model.objective(objective).map(Objective::owner).orElse(null))
                && filter.mentions(Long.toString(link.id()), "");
    }

    @Override
    public Optional<WorkLink> find(StrategyModel model, String id) {
        return JoinShape.number(id).flatMap(model::link);
    }

    @Override
    public String key(WorkLink link) {
        return Long.toString(link.id());
    }

    @Override
    public long version(WorkLink link) {
        return link.version();
    }

    @Override
    public String newKey(Draft draft) {
        return Long.toString(draft.nextNumber(Kind.LINK));
    }

    @Override
    public WorkLink read(
            ObjectNode body, StrategyModel model, Lookups lookups, @Nullable WorkLink before, String id, Instant now) {
        return LinkForm.read(body, model, lookups, before, Long.parseLong(id), now);
    }

    @Override
    public void requireMay(StrategyModel model, Caller caller, @Nullable WorkLink before, @Nullable WorkLink after) {
        if (before == null && after == null) {
            Rules.requireEditorOrAnyOwner(model, caller);
        }
        Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .forEach(each -> {
                    String owner = model.objective(each.objective())
                            .map(Objective::owner)
                            .orElse(null);
                    Rules.requireEditorOrOwner(caller, owner);
                    if (before == null || !before.equals(after)) {
                        Rules.requireOpen(model, each.objective());
                    }
                });
    }

    @Override
    public ObjectNode view(Views views, WorkLink link) {
        return views.link(link);
    }

    @Override
    public void stored(WorkLink link, Lookups lookups) {
        lookups.keep(link);
    }

    @Override
    public void remove(Removal removal, WorkLink link) {
        removal.link(link);
    }
}
