package io.throughline.app.store;

import org.jspecify.annotations.Nullable;

/**
 * What walking the change log found.
 *
 * @param rows how many rows were walked
 * @param brokenAt sequence of the first row that is wrong or missing; null when the log is intact
 */
public record Verification(long rows, @Nullable Long brokenAt) {
    public boolean intact() {
        return brokenAt == null;
    }
}
