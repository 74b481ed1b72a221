package io.throughline.core.work;

/**
 * Who is told of every change in the index, item by item, while it happens and under the index's lock: that is how sums
 * are kept without being made again. Positions are those of the {@link WorkView}.
 */
public interface WorkObserver {
    /**
     * An item may be about to change: time to look at what belongs to it, so that memory brings that while the index is busy
     * with its own part. Of several items at a time, and once more of each before its own turn.
     */
    default void expect(int position) {}

    /** What the item at a position is, or whether it counts, is about to change: what it gave is to be taken back. */
    void before(int position);

    /** It has changed: what it gives now may be added. */
    void after(int position);

    /** It is new or gone, or has another parent, project or security level; so may what inherits from it. */
    void moved(int position);

    /** Everything may have changed: other rules, or other positions. */
    void reset();
}
