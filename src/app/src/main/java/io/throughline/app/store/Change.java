package io.throughline.app.store;

/**
 * A change to come: looks at the newest strategy and says what becomes of it.
 *
 * @param <T> what the writer wants to know afterwards
 */
@FunctionalInterface
public interface Change<T> {
    /**
     * Decides. Runs inside the gate's transaction, and once more for each repetition of it: reads the draft, puts and
     * removes objects there, and touches nothing else. Any exception leaves no trace.
     */
    T decide(Draft draft);
}
