package io.throughline.app.store;

import java.util.List;

/**
 * Exemptions that were made in one go, so that they can be taken back in one go.
 *
 * @param id rises with creation
 * @param exemptions their ids
 * @param undone whether they were taken back
 */
public record ExemptionBatch(long id, List<Long> exemptions, boolean undone, long version) {
    public ExemptionBatch {
        exemptions = List.copyOf(exemptions);
    }

    /** The same, taken back. */
    public ExemptionBatch taken() {
        return new ExemptionBatch(id, exemptions, true, version);
    }
}
