package io.throughline.app.edit;

import io.throughline.app.edit.Refused.Kind;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.StrategyModel;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an objective hangs: directly under a theme, or under another objective.
 *
 * @param theme null under an objective, whose own place says the theme
 * @param parent null directly under a theme
 */
record Place(@Nullable String theme, @Nullable String parent) {
    /** Levels of objectives below one another; deeper trees are no longer read by people, and recursion has an end. */
    static final int DEEPEST = 20;

    /** Under the theme or objective with this key. */
    static Place under(StrategyModel model, String key) {
        return model.theme(key).isPresent() ? new Place(key, null) : new Place(null, key);
    }

    boolean holds(Objective objective) {
        return Objects.equals(parent, objective.parent())
                && (parent != null || Objects.equals(theme, objective.theme()));
    }

    List<Objective> objectives(StrategyModel model) {
        return parent == null ? model.objectivesOf(String.valueOf(theme)) : model.subObjectivesOf(parent);
    }

    int lastPosition(StrategyModel model) {
        return Places.last(objectives(model), Objective::position);
    }

    /** @throws Refused CYCLE if the objective would hang below itself, TOO_DEEP if too many are above it */
    void refuseBelowItself(StrategyModel model, String key) {
        if (parent == null) {
            return;
        }
        if (parent.equals(key)) {
            throw Refused.of(Kind.CONFLICT, "CYCLE").with("path", List.of(key, key));
        }
        model.ring(key, parent).ifPresent(path -> {
            throw Refused.of(Kind.CONFLICT, "CYCLE").with("path", path);
        });
        if (above(model) + 1 + height(model, key) > DEEPEST) {
            throw Refused.of(Kind.CONFLICT, "TOO_DEEP").with("limit", DEEPEST);
        }
    }

    private int above(StrategyModel model) {
        int above = 0;
        for (String at = parent;
                at != null;
                at = model.objective(at).map(Objective::parent).orElse(null)) {
            above++;
        }
        return above;
    }

    private static int height(StrategyModel model, String key) {
        int highest = 0;
        for (Objective below : model.subObjectivesOf(key)) {
            highest = Math.max(highest, 1 + height(model, below.key()));
        }
        return highest;
    }
}
