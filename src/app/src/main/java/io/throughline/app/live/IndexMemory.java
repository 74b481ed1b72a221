package io.throughline.app.live;

import io.throughline.core.work.WorkIndex;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * When the index is saved, and what of the feed of changes is in what was saved. For the one thread of {@link IndexKeeper},
 * but for {@link #savedUpTo}.
 */
final class IndexMemory {
    static final Duration BETWEEN = Duration.ofMinutes(15);
    static final Duration BETWEEN_PARTS = Duration.ofMinutes(1);

    private final SavedIndex saved;
    private final WorkIndex index;
    private final Clock clock;
    private volatile LongSupplier position = () -> 0;
    private volatile LongConsumer goBackTo = number -> {};
    private volatile long savedPosition = Long.MAX_VALUE;
    /** Up to here everything in the feed is in the index. */
    private long within;

    private long savedVersion = -1;
    private Instant savedAt = Instant.EPOCH;
    private boolean savesParts;

    IndexMemory(SavedIndex saved, WorkIndex index, Clock clock) {
        this.saved = saved;
        this.index = index;
        this.clock = clock;
    }

    /** Who knows how far the feed was read, and who is told to read it again from a number on. */
    void standsAt(LongSupplier asked, LongConsumer told) {
        position = asked;
        goBackTo = told;
    }

    /** A fill begins: all that was in the feed before, it will read; what was saved is not to be trusted any more. */
    void beginsToFill() {
        within = position.getAsLong();
        savesParts = index.size() == 0; // else a part would pass what was there before for what was read
        savedPosition = Long.MAX_VALUE;
        savedVersion = -1;
        savedAt = clock.instant();
        saved.forget();
    }

    /**
     * Puts what was saved into the empty index.
     *
     * @param levels what has to have decided which field names a parent
     */
    Optional<SavedIndex.Head> load(Map<String, Integer> levels) {
        String wanted = words(levels);
        index.clear();
        Optional<SavedIndex.Head> head = saved.load(found -> found.levels().equals(wanted), index::upsertAll);
        if (head.isEmpty()) {
            index.clear();
            return head;
        }
        index.settle();
        within = head.get().position();
        savedPosition = within;
        savedVersion = index.version();
        savedAt = clock.instant();
        savesParts = true;
        goBackTo.accept(within);
        return head;
    }

    /** Saves what is there in the middle of a fill, from time to time. */
    void savePartIfDue(Map<String, Integer> levels) {
        if (savesParts && !clock.instant().isBefore(savedAt.plus(BETWEEN_PARTS))) {
            write(levels, false);
        }
    }

    /**
     * Saves the whole index, unless it is as it was saved.
     *
     * @param isQuiet whether nothing that was noted waits to be read
     */
    void save(Map<String, Integer> levels, boolean isQuiet) {
        if (isQuiet) {
            within = position.getAsLong();
        }
        if (index.version() != savedVersion) {
            write(levels, true);
        }
    }

    private void write(Map<String, Integer> levels, boolean complete) {
        savedAt = clock.instant();
        long version = index.version();
        if (saved.save(new SavedIndex.Head(savedAt, within, words(levels), complete), index)) {
            savedVersion = complete ? version : -1;
            savedPosition = within;
        }
    }

    /** Up to where the feed is not needed any more, even if this node starts again: no further than what was saved. */
    long savedUpTo(long seen) {
        return Math.min(seen, savedPosition);
    }

    private static String words(Map<String, Integer> levels) {
        return new TreeMap<>(levels).toString();
    }
}
