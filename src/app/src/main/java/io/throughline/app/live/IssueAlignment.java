package io.throughline.app.live;

import java.util.List;

/**
 * Whom an issue serves.
 *
 * @param issue its present key
 * @param state over all active plans
 * @param reached every objective that it reaches, nearest plan order
 */
public record IssueAlignment(String issue, State state, List<Reached> reached) {
    public IssueAlignment {
        reached = List.copyOf(reached);
    }

    /** Aligned wins over exempt, exempt over orphan. */
    public enum State {
        ALIGNED,
        ORPHAN,
        EXEMPT
    }

    /** One objective, and how the issue reaches it. */
    public record Reached(String objective, Reach via) {}
}
