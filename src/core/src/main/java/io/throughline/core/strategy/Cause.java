package io.throughline.core.strategy;

/**
 * An arrow of the strategy map: reaching {@code cause} helps to reach {@code effect}. No number follows from it.
 *
 * @param id rises with creation
 * @param cause key of an objective
 * @param effect key of an objective
 */
public record Cause(long id, String cause, String effect, long version) {
    public Cause {
        Checks.key(cause, "cause");
        Checks.key(effect, "effect");
    }
}
