package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.JoinForms;
import io.throughline.app.edit.Lookups;
import io.throughline.app.edit.Removal;
import io.throughline.app.store.Draft;
import io.throughline.app.store.Kind;
import io.throughline.core.strategy.Contribution;
import io.throughline.core.strategy.StrategyModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contributions. */
final class ContributionShape extends JoinShape<Contribution> {
    @Override
    String from(Contribution join) {
        return join.from();
    }

    @Override
    String to(Contribution join) {
        return join.to();
    }

    @Override
    long id(Contribution join) {
        return join.id();
    }

    @Override
    public List<Contribution> all(StrategyModel model) {
        return List.copyOf(model.contributions());
    }

    @Override
    public Optional<Contribution> find(StrategyModel model, String id) {
        return number(id).flatMap(model::contribution);
    }

    @Override
    public long version(Contribution join) {
        return join.version();
    }

    @Override
    public String newKey(Draft draft) {
        return Long.toString(draft.nextNumber(Kind.CONTRIBUTION));
    }

    @Override
    public Contribution read(
            ObjectNode body,
            StrategyModel model,
            Lookups lookups,
            @Nullable Contribution before,
            String id,
            Instant now) {
        return JoinForms.contribution(body, model, lookups, Long.parseLong(id));
    }

    @Override
    public ObjectNode view(Views views, Contribution join) {
        return views.contribution(join);
    }

    @Override
    public void remove(Removal removal, Contribution join) {
        removal.join(join);
    }
}
