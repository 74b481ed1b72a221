package io.throughline.app.live;

import io.throughline.app.access.Caller;
import io.throughline.core.strategy.LinkTarget;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Issues, projects and queries as a given user may know them. What may not be seen looks absent. */
public interface LinkTargets {
    /** What a user means by a reference: an issue key, a project key or a query. */
    Resolved resolve(LinkTarget.Kind kind, String ref, Caller caller);

    /** A stored target as a user may see it: its present key, or that there is one which is hidden. */
    Shown show(LinkTarget target, Caller viewer);

    /** The present key of a project, by key in any case; empty if there is none or the user may not browse it. */
    Optional<String> project(String key, Caller caller);

    /**
     * What became of a reference.
     *
     * @param target with the id behind it; null if absent, not to be seen, or not readable as a query
     * @param problems for a query that cannot be read: what is wrong, in the user's language
     * @param warnings codes such as {@code SHRINKS_WHEN_DONE}
     */
    record Resolved(@Nullable LinkTarget target, List<String> problems, List<String> warnings) {
        public static Resolved absent() {
            return new Resolved(null, List.of(), List.of());
        }
    }

    /**
     * A target, shown.
     *
     * @param ref null when hidden
     * @param title summary of the issue or name of the project; null for a query, or when there is none
     * @param hidden whether the viewer may not see it
     * @param dead whether it is gone, or unreadable as a query
     */
    record Shown(@Nullable String ref, @Nullable String title, boolean hidden, boolean dead) {}
}
