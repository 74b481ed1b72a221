package io.throughline.core.strategy;

/**
 * An objective that counts as a sub-objective of one elsewhere, usually of the plan above.
 *
 * @param id rises with creation
 * @param from key of the contributing objective
 * @param to key of the objective it counts for
 * @param weight in the means of {@code to}; more than 0, no unit
 */
public record Contribution(long id, String from, String to, double weight, long version) {
    public Contribution {
        Checks.key(from, "from");
        Checks.key(to, "to");
        Checks.positive(weight, "weight");
    }
}
