package io.throughline.core.strategy;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plan: the strategy of a unit for a period.
 *
 * @param key {@code PLAN-1}
 * @param start first day
 * @param end last day, not before {@code start}
 * @param parent key of the plan above, null at the top
 * @param sizeMeasure how delivery is measured
 * @param defaultSize size of an item without one, in the measure's unit (points, seconds); null takes the instance's
 * @param thresholds where delivery health changes
 * @param scope projects for orphans and coverage; null: everywhere
 * @param version starts at 1, rises by 1 with each change of the plan's own fields
 */
public record Plan(
        String key,
        String name,
        @Nullable String vision,
        @Nullable String mission,
        LocalDate start,
        LocalDate end,
        PlanState state,
        @Nullable String parent,
        SizeMeasure sizeMeasure,
        @Nullable Double defaultSize,
        Thresholds thresholds,
        @Nullable Scope scope,
        long version) {
    public Plan {
        Checks.key(key, "key");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(sizeMeasure, "sizeMeasure");
        Objects.requireNonNull(thresholds, "thresholds");
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("end " + end + " is before start " + start);
        }
        if (defaultSize != null && !(defaultSize >= 0 && Double.isFinite(defaultSize))) {
            throw new IllegalArgumentException("defaultSize must be at least 0, was " + defaultSize);
        }
    }
}
