package io.throughline.core.strategy;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A wanted outcome, under a theme or under another objective.
 *
 * @param key {@code OBJ-1}
 * @param theme key of its theme; read only where {@code parent} is null, for a sub-objective ask
 *     {@link StrategyModel#themeOf(String)} (so that moving a parent leaves its children's versions alone)
 * @param parent key of the objective above, null directly under the theme; one of the two is given
 * @param owner user key, null when nobody owns it
 * @param weight in the means of what is above; more than 0, no unit
 * @param start first day of its work, null takes the parent's
 * @param due last day of its work, null takes the parent's
 * @param position among its siblings, ascending; ties are broken by key
 */
public record Objective(
        String key,
        @Nullable String theme,
        @Nullable String parent,
        String name,
        @Nullable String description,
        @Nullable String owner,
        Perspective perspective,
        double weight,
        @Nullable LocalDate start,
        @Nullable LocalDate due,
        ObjectiveState state,
        int position,
        long version) {
    public Objective {
        Checks.key(key, "key");
        if (theme == null && parent == null) {
            throw new IllegalArgumentException(key + " has neither theme nor parent");
        }
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(perspective, "perspective");
        Checks.positive(weight, "weight");
        Objects.requireNonNull(state, "state");
    }
}
