package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a page shows, alone or with others in one; looked up and allowed, but not made yet.
 *
 * @param stamp what it follows from, its kind and caller included: equal stamps mean equal answers; null where nobody can tell
 * @param json makes it; says in {@link #MOMENT} when that was
 */
record Part(@Nullable String stamp, Supplier<ObjectNode> json) {
    /** Field of the instant at which an answer was made: the one thing that differs between two that say the same. */
    static final String MOMENT = "at";

    /** Field of the version of the strategy at which what an answer says changed last, or may have. */
    static final String VERSION = "modelVersion";

    /** One that is made whenever somebody asks. */
    static Part unstamped(Supplier<ObjectNode> json) {
        return new Part(null, json);
    }
}
