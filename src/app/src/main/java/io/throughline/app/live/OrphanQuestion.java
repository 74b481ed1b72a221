package io.throughline.app.live;

import io.throughline.core.orphans.OrphanKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orphans of a plan, or of all that is in force, and in which order.
 *
 * @param kinds those wanted
 * @param project key; null for all. Objects of the strategy are in no project
 * @param lead user key of the project's lead, or of the owner of an object of the strategy; null for all
 * @param minAge only what was not changed for so many whole days; 0 for all
 * @param order by what rows are sorted; equal ones by kind and id
 */
public record OrphanQuestion(
        Set<OrphanKind> kinds,
        @Nullable String project,
        @Nullable String lead,
        int minAge,
        Order order) {
    public OrphanQuestion {
        kinds = Set.copyOf(kinds);
    }

    /** Orders of rows. */
    public enum Order {
        /** Kind by kind, within a kind the largest first. */
        KIND,
        /** The largest first. */
        SIZE,
        /** What was not changed for longest first. */
        OLDEST,
        /** What was changed last first. */
        NEWEST,
        /** By project, within it the largest first. */
        PROJECT
    }

    /** What counts are made by. */
    public enum Group {
        KIND,
        PROJECT,
        LEAD,
        /** Whole weeks since the last change, 0 to 52. */
        AGE
    }
}
