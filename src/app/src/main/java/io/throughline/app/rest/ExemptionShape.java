package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.ExemptionForm;
import io.throughline.app.edit.Lookups;
import io.throughline.app.edit.Removal;
import io.throughline.app.edit.Rules;
import io.throughline.app.store.Draft;
import io.throughline.app.store.Kind;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.StrategyModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Exemptions; they are nobody's in particular, so only who edits strategy may make them. */
final class ExemptionShape implements Shape<Exemption> {
    private final Supplier<LocalDate> today;

    ExemptionShape(Supplier<LocalDate> today) {
        this.today = today;
    }

    @Override
    public List<Exemption> all(StrategyModel model) {
        return List.copyOf(model.exemptions());
    }

    /** They are in no plan; words are looked for in the reason. */
    @Override
    public boolean passes(StrategyModel model, Exemption exemption, Filter filter) {
        return filter.plan().isEmpty()
                && filter.theme().isEmpty()
                && filter.objective().isEmpty()
                && filter.owns(exemption.author())
                && filter.mentions(Long.toString(exemption.id()), exemption.reason());
    }

    @Override
    public Optional<Exemption> find(StrategyModel model, String id) {
        return JoinShape.number(id).flatMap(model::exemption);
    }

    @Override
    public String key(Exemption exemption) {
        return Long.toString(exemption.id());
    }

    @Override
    public long version(Exemption exemption) {
        return exemption.version();
    }

    @Override
    public String newKey(Draft draft) {
        return Long.toString(draft.nextNumber(Kind.EXEMPTION));
    }

    @Override
    public Exemption read(
            ObjectNode body, StrategyModel model, Lookups lookups, @Nullable Exemption before, String id, Instant now) {
        LocalDate day = today.get();
        ExemptionForm form = ExemptionForm.read(body, model, lookups, before, day);
        return form.exemption(
                model, before, Long.parseLong(id), lookups.caller().key(), now, day);
    }

    @Override
    public void requireMay(StrategyModel model, Caller caller, @Nullable Exemption before, @Nullable Exemption after) {
        Rules.requireEditor(caller);
    }

    @Override
    public ObjectNode view(Views views, Exemption exemption) {
        return views.exemption(exemption, today.get());
    }

    @Override
    public void stored(Exemption exemption, Lookups lookups) {
        lookups.keep(exemption);
    }

    @Override
    public void remove(Removal removal, Exemption exemption) {
        removal.exemption(exemption);
    }
}
