package io.throughline.app.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the change log.
 *
 * @param seq 1 for the first, without gaps
 * @param at when, to the millisecond; never before the row above
 * @param actor user key
 * @param object {@code OBJ-1}, {@code LINK-17}, {@code KPI-1/2026-06-30}, {@code SETTINGS}
 * @param before null when the change created the object
 * @param after null when the change removed it
 * @param previous hash of the row above, 64 zeros for the first
 * @param hash see {@link ChangeLog#hash}
 */
public record LoggedChange(
        long seq,
        Instant at,
        String actor,
        String object,
        @Nullable ObjectNode before,
        @Nullable ObjectNode after,
        String previous,
        String hash) {}
