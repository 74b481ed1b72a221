package io.throughline.app.live;

import org.jspecify.annotations.Nullable;

/**
 * How an item reaches an objective.
 *
 * @param kind the step of "nearest link wins" that took
 * @param ref key of the linked issue or project, or the query; null when the viewer may not see it
 * @param link id of the link
 */
public record Reach(Kind kind, @Nullable String ref, long link) {
    /** Linked itself, by an ancestor, by a query, by its own project. */
    public enum Kind {
        SELF,
        PARENT,
        QUERY,
        PROJECT
    }
}
