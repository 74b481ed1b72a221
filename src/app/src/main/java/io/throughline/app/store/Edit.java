package io.throughline.app.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to one object.
 *
 * @param before null when it is created
 * @param after null when it is removed
 */
record Edit<T>(
        Kind<T> kind,
        String ref,
        @Nullable T before,
        @Nullable T after) {
    @Nullable
    ObjectNode beforeJson() {
        return before == null ? null : kind.write(before);
    }

    @Nullable
    ObjectNode afterJson() {
        return after == null ? null : kind.write(after);
    }
}
