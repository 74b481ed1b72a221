package io.throughline.core.strategy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A strategic theme of a plan.
 *
 * @param key {@code TH-1}
 * @param plan key of its plan
 * @param owner user key, null when nobody owns it
 * @param weight in the plan's means; more than 0, no unit
 * @param position among the plan's themes, ascending; ties are broken by key
 */
public record Theme(
        String key,
        String plan,
        String name,
        @Nullable String description,
        @Nullable String owner,
        double weight,
        int position,
        long version) {
    public Theme {
        Checks.key(key, "key");
        Checks.key(plan, "plan");
        Objects.requireNonNull(name, "name");
        Checks.positive(weight, "weight");
    }
}
