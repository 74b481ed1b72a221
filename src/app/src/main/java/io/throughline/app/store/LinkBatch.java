package io.throughline.app.store;

import java.util.List;

/**
 * Links that were made in one go, so that they can be taken back in one go.
 *
 * @param id rises with creation
 * @param objective key of the objective that was linked
 * @param links ids of the links
 * @param undone whether they were taken back
 */
public record LinkBatch(long id, String objective, List<Long> links, boolean undone, long version) {
    public LinkBatch {
        links = List.copyOf(links);
    }

    /** The same, taken back. */
    public LinkBatch taken() {
        return new LinkBatch(id, objective, links, true, version);
    }
}
