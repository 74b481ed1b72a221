package io.throughline.app.rest;

import io.throughline.app.access.Caller;
import io.throughline.app.edit.Rules;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What joins two objectives. It belongs to the one whose numbers or meaning it changes, and that one's owner may edit it.
 *
 * @param <T> the record
 */
abstract class JoinShape<T> implements Shape<T> {
    /** The objective that is joined to another. */
    abstract String from(T join);

    /** The objective that it belongs to. */
    abstract String to(T join);

    abstract long id(T join);

    @Override
    public boolean passes(StrategyModel model, T join, Filter filter) {
        return filter.theme().isEmpty()
                && (Filter.is(filter.plan(), model.planOf(from(join)).map(Plan::key))
                        || Filter.is(filter.plan(), model.planOf(to(join)).map(Plan::key)))
                && (Filter.is(filter.objective(), Optional.of(from(join)))
                        || Filter.is(filter.objective(), Optional.of(to(join))))
                && filter.owns(owner(model, join))
                && filter.mentions(key(join), "");
    }

    private @Nullable String owner(StrategyModel model, T join) {
        return model.objective(to(join)).map(Objective::owner).orElse(null);
    }

    static Optional<Long> number(String id) {
        boolean isId = !id.isEmpty() && id.length() < 19 && id.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isId ? Optional.of(Long.parseLong(id)) : Optional.empty();
    }

    @Override
    public String key(T join) {
        return Long.toString(id(join));
    }

    @Override
    public void requireMay(StrategyModel model, Caller caller, @Nullable T before, @Nullable T after) {
        T join = before == null ? after : before;
        if (join == null) {
            Rules.requireEditorOrAnyOwner(model, caller); // asked again when the body is read
            return;
        }
        Rules.requireEditorOrOwner(caller, owner(model, join));
        Rules.requireOpen(model, to(join));
    }
}
