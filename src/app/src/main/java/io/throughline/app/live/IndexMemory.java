package io.throughline.app.live;

import io.throughline.core.work.WorkIndex;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
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
    /** Up to then somebody looked for issues by their stamp and noted them. */
    private volatile Instant lookedUpTo = Instant.EPOCH;
    /** Up to here everything in the feed is in the index. */
    private long within;
    /** Up to then everything that can be found by its stamp is in the index. */
    private Instant current = Instant.EPOCH;

    private Instant savedCurrent = Instant.EPOCH;
    private long savedVersion = -1;
    private Instant savedAt = Instant.EPOCH;
    private boolean savesParts;
    private String levels = "";

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

    /** All that was updated until then and announced nowhere is noted. */
    void lookedUpTo(Instant until) {
        lookedUpTo = until;
    }

    /** A fill begins: all that was in the feed before, it will read; what was saved is not to be trusted any more. */
    void beginsToFill(Map<String, Integer> mapped) {
        levels = words(mapped);
        within = position.getAsLong();
        savesParts = index.size() == 0; // else a part would pass what was there before for what was read
        savedPosition = Long.MAX_VALUE;
        savedVersion = -1;
        savedAt = clock.instant();
        current = savedAt;
        saved.forget();
    }

    /** Whether there is something to load, be it of use or not. */
    boolean hasSaved() {
        return saved.exists();
    }

    /**
     * Puts what was saved into the empty index.
     *
     * @param mapped what has to have decided which field names a parent
     */
    Optional<SavedIndex.Head> load(Map<String, Integer> mapped) {
        String wanted = words(mapped);
        index.clear();
        Optional<SavedIndex.Head> head = saved.load(found -> found.levels().equals(wanted), index::replaceBy);
        if (head.isEmpty()) {
            index.clear();
            return head;
        }
        levels = wanted;
        within = head.get().position();
        current = head.get().at();
        lookedUpTo = current;
        savedPosition = within;
        savedVersion = head.get().complete() ? index.version() : -1;
        savedCurrent = current;
        savedAt = clock.instant();
        savesParts = true;
        goBackTo.accept(within);
        return head;
    }

    /** Saves what is there in the middle of a fill, from time to time. */
    void savePartIfDue() {
        if (savesParts && !clock.instant().isBefore(savedAt.plus(BETWEEN_PARTS))) {
            write(false);
        }
    }

    /**
     * Saves the whole index, unless it is as it was saved, and known to be current no longer than then: from there on a start
     * looks for changes.
     *
     * @param isQuiet whether nothing that was noted waits to be read; asked after how far others are, because what they
     *     note after that answer is not in the index
     */
    void save(BooleanSupplier isQuiet) {
        long noted = position.getAsLong();
        Instant looked = lookedUpTo;
        if (isQuiet.getAsBoolean()) {
            within = noted;
            current = looked.isAfter(current) ? looked : current;
        }
        if (index.version() != savedVersion || current.isAfter(savedCurrent)) {
            write(true);
        }
    }

    private void write(boolean complete) {
        savedAt = clock.instant();
        long version = index.version();
        if (saved.save(new SavedIndex.Head(current, within, levels, complete), index)) {
            savedVersion = complete ? version : -1;
            savedPosition = within;
            savedCurrent = current;
        }
    }

    /** Up to where the feed is not needed any more, even if this node starts again: no further than what was saved. */
    long savedUpTo(long seen) {
        return Math.min(seen, savedPosition);
    }

    private static String words(Map<String, Integer> mapped) {
        return new TreeMap<>(mapped).toString();
    }
}
