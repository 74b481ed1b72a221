package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.JoinForms;
import io.throughline.app.edit.Lookups;
import io.throughline.app.edit.Removal;
import io.throughline.app.store.Draft;
import io.throughline.app.store.Kind;
import io.throughline.app.store.StrategyJson;
import io.throughline.core.strategy.Cause;
import io.throughline.core.strategy.StrategyModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arrows of the strategy map. */
final class CauseShape extends JoinShape<Cause> {
    @Override
    String from(Cause join) {
        return join.cause();
    }

    @Override
    String to(Cause join) {
        return join.effect();
    }

    @Override
    long id(Cause join) {
        return join.id();
    }

    @Override
    public List<Cause> all(StrategyModel model) {
        return List.copyOf(model.causes());
    }

    @Override
    public Optional<Cause> find(StrategyModel model, String id) {
        return number(id).flatMap(model::cause);
    }

    @Override
    public long version(Cause join) {
        return join.version();
    }

    @Override
    public String newKey(Draft draft) {
        return Long.toString(draft.nextNumber(Kind.CAUSE));
    }

    @Override
    public Cause read(
            ObjectNode body, StrategyModel model, Lookups lookups, @Nullable Cause before, String id, Instant now) {
        return JoinForms.cause(body, model, lookups, Long.parseLong(id));
    }

    @Override
    public ObjectNode view(Views views, Cause join) {
        return StrategyJson.write(join);
    }

    @Override
    public void remove(Removal removal, Cause join) {
        removal.join(join);
    }
}
