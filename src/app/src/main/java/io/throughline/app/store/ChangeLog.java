package io.throughline.app.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The chain: each row's hash covers the row and the hash of the row above, so that no row can be changed, removed,
 * added or moved without every later hash being wrong.
 *
 * <p>{@code hash = SHA-256(previous + canonical)} in lower-case hex, where {@code previous} is the hash of the row above
 * as 64 hex characters (64 zeros for the first) and {@code canonical} is the RFC 8785 form of
 * {@code {"seq","at","actor","object","before","after"}}, both as UTF-8.
 */
public final class ChangeLog {
    /** What the first row stands on. */
    public static final String NOTHING = "0".repeat(64);

    private ChangeLog() {}

    /** The hash that a row with this content must carry. */
    public static String hash(
            String previous,
            long seq,
            Instant at,
            String actor,
            String object,
            @Nullable ObjectNode before,
            @Nullable ObjectNode after) {
        ObjectNode row = Json.object().put("seq", seq).put("at", at.toString()).put("actor", actor);
        row.put("object", object).<ObjectNode>set("before", before).set("after", after);
        return Hashes.sha256((previous + Json.canonical(row)).getBytes(StandardCharsets.UTF_8));
    }

    /** The row that follows. */
    static LoggedChange next(String previous, long seq, Instant at, String actor, Edit<?> edit) {
        ObjectNode before = edit.beforeJson();
        ObjectNode after = edit.afterJson();
        String hash = hash(previous, seq, at, actor, edit.ref(), before, after);
        return new LoggedChange(seq, at, actor, edit.ref(), before, after, previous, hash);
    }

    /**
     * Whether the row may stand under a row with this sequence and hash.
     *
     * @param above sequence and hash of the row above; 0 and {@link #NOTHING} above the first
     */
    static boolean follows(long above, String aboveHash, LoggedChange row) {
        return row.seq() == above + 1
                && row.previous().equals(aboveHash)
                && row.hash()
                        .equals(hash(
                                row.previous(),
                                row.seq(),
                                row.at(),
                                row.actor(),
                                row.object(),
                                row.before(),
                                row.after()));
    }
}
