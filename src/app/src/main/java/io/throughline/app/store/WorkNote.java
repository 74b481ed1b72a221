package io.throughline.app.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/** That work changed, as one node tells the others. What it is now each node reads for itself. */
public final class WorkNote {
    /** What the ids are. */
    public enum Kind {
        /** Issues that were created, changed, moved or deleted. */
        ISSUES,
        /** Issues whose deletion has begun and will be seen a little later. */
        DELETIONS,
        /** Projects of which every issue may have changed. */
        PROJECTS,
        /** Nothing that was known before can be trusted; without ids. */
        EVERYTHING
    }

    private final Kind kind;
    private final long[] ids;
    private final Instant at;

    /**
     * @param ids more than 0; kept ascending, each once
     * @param at when the first of them was noted on its node
     */
    public WorkNote(Kind kind, long[] ids, Instant at) {
        this.kind = kind;
        this.ids = Arrays.stream(ids).sorted().distinct().toArray();
        this.at = at;
    }

    public Kind kind() {
        return kind;
    }

    public long[] ids() {
        return ids.clone();
    }

    public Instant at() {
        return at;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkNote note
                && kind == note.kind
                && at.equals(note.at)
                && Arrays.equals(ids, note.ids);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, at, Arrays.hashCode(ids));
    }

    @Override
    public String toString() {
        return kind + " " + Arrays.toString(ids) + " at " + at;
    }
}
