package io.throughline.app.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What walking the change log found, and comparing what it leads to with what is stored.
 *
 * @param rows how many rows were walked
 * @param brokenAt sequence of the first row that is wrong or missing; null when the log is intact
 * @param differences objects that are not as the log leaves them, the first {@link #MOST} of them; empty when the log
 *     itself is broken, because nothing can be said of them then
 * @param differing how many there are in all
 */
public record Verification(long rows, @Nullable Long brokenAt, List<Difference> differences, int differing) {
    /** Most differences that are listed. */
    public static final int MOST = 200;

    /** How a stored object differs from what the change log leads to. */
    public enum How {
        /** It is another one. */
        CHANGED,
        /** The log has it, the table has not. */
        MISSING,
        /** The table has it, the log has not. */
        ADDED,
        /** The row holds what no object can hold. */
        UNREADABLE
    }

    /** One object that was changed behind the log's back, by its name in the log. */
    public record Difference(String object, How how) {}

    public Verification {
        differences = List.copyOf(differences);
    }

    Verification(long rows, @Nullable Long brokenAt) {
        this(rows, brokenAt, List.of(), 0);
    }

    Verification with(List<Difference> all) {
        return new Verification(rows, brokenAt, all.subList(0, Math.min(MOST, all.size())), all.size());
    }

    /** Whether log, head and tables agree. */
    public boolean intact() {
        return brokenAt == null && differing == 0;
    }
}
