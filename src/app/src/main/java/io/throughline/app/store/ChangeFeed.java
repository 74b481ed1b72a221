package io.throughline.app.store;

import java.time.Duration;
import java.util.List;

/**
 * What changed, from each node to all others. Events are seen only by the node where they happen; what is appended here
 * every node reads.
 *
 * <p>A number is given to a note only when all lower ones are committed, so whoever has read up to one has missed none.
 */
public interface ChangeFeed {
    /** How long a node that says nothing is waited for: it keeps notes from being pruned that long. */
    Duration WAITED_FOR = Duration.ofHours(24);

    /**
     * Appends, all or nothing.
     *
     * @param node the name of the node that saw it
     * @throws StoreBusy if it can be tried again
     */
    void append(String node, List<WorkNote> notes);

    /** What others than {@code node} appended after a number; in order, at most some hundred at a time. */
    News since(long number, String node);

    /** The number of the newest note, 0 if there never was one. */
    long newest();

    /** Notes that a node has read up to a number, and removes what nobody has to read any more. */
    void seen(String node, long number);

    /**
     * Notes and how far they reach.
     *
     * @param upTo the number to go on from
     * @param complete whether nothing is missing between the number asked from and these: false when notes of then were
     *     pruned already, or the database is an older copy
     * @param more whether there are further ones already
     */
    record News(List<WorkNote> notes, long upTo, boolean complete, boolean more) {
        public News {
            notes = List.copyOf(notes);
        }
    }
}
