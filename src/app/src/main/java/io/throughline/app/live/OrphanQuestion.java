package io.throughline.app.live;

import io.throughline.core.orphans.OrphanKind;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orphans of a plan, or of all that is in force, and in which order.
 *
 * @param kinds those wanted
 * @param project key; null for all. Objects of the strategy are in no project
 * @param lead user key of the project's lead, or of the owner of an object of the strategy; null for all
 * @param minAge only what was not changed for so many whole days; 0 for all
 * @param search only what it finds; null for all
 * @param order by what rows are sorted; equal ones by kind and id
 */
public record OrphanQuestion(
        Set<OrphanKind> kinds,
        @Nullable String project,
        @Nullable String lead,
        int minAge,
        @Nullable Search search,
        Order order) {
    public OrphanQuestion(
            Set<OrphanKind> kinds, @Nullable String project, @Nullable String lead, int minAge, Order order) {
        this(kinds, project, lead, minAge, null, order);
    }

    public OrphanQuestion {
        kinds = Set.copyOf(kinds);
    }

    /**
     * Looks for a text: part of a key, or of the name of an object of the strategy, or what Jira's own search says.
     *
     * @param text in small letters
     * @param issues ids of those whose summary has it, as far as the viewer may know
     */
    public record Search(String text, Set<Long> issues) {
        public Search {
            issues = Set.copyOf(issues);
        }

        boolean finds(@Nullable String name) {
            return name != null && name.toLowerCase(Locale.ROOT).contains(text);
        }
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
        PROJECT,
        /** By user key of the project's lead or the object's owner, within it the largest first. */
        LEAD
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
