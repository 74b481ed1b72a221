package io.throughline.core.strategy;

/** Where an objective stands, and with it whether it takes part in means, counts and alignment. */
public enum ObjectiveState {
    /** Being written: no means, no counts, links without effect. */
    DRAFT,
    /** In force: takes part in everything. */
    ACTIVE,
    /** Reached: keeps its numbers of that day, stays in means and counts; its links still hold their items. */
    ACHIEVED,
    /** Given up: no means, no counts, links without effect. */
    ABANDONED;

    /** Whether the objective counts in means and sums and its links hold items: ACTIVE and ACHIEVED do. */
    public boolean takesPart() {
        return this == ACTIVE || this == ACHIEVED;
    }
}
