package io.throughline.core.strategy;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An objective's link to work.
 *
 * @param id rises with creation: of two links the one with the lower id is the older
 * @param objective key of the objective
 * @param weight given weight in the objective's progress, more than 0; null weighs by size
 * @param created when it was made
 */
public record WorkLink(
        long id,
        String objective,
        LinkTarget target,
        @Nullable Double weight,
        Instant created,
        long version) {
    public WorkLink {
        Checks.key(objective, "objective");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(created, "created");
        if (weight != null) {
            Checks.positive(weight, "weight");
        }
    }
}
