package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a page shows, alone or with others in one; looked up and allowed, but not made yet.
 *
 * @param stamp what it follows from, its kind and caller included: equal stamps mean equal answers; null where nobody can tell
 * @param version of the strategy now; of an answer without a stamp the one that it says itself
 * @param json makes it; says in {@link #MOMENT} when that was, and in {@link #VERSION} of which strategy
 */
record Part(@Nullable String stamp, long version, Supplier<ObjectNode> json) {
    /** Field of the instant at which an answer was made: it differs between two that say the same. */
    static final String MOMENT = "at";

    /** Field of the version of the strategy at that instant. */
    static final String VERSION = "modelVersion";

    /** One that is made whenever somebody asks. */
    static Part unstamped(Supplier<ObjectNode> json) {
        return new Part(null, 0, json);
    }
}
