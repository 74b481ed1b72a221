package io.throughline.app.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ids of issues that have to be read again, oldest note first, each once, so bounded by the number of issues. Safe for
 * many threads that note and one that takes.
 */
final class ChangedIssues {
    private final Map<Long, Instant> noted = new LinkedHashMap<>();
    private Map<Long, Instant> taken = Map.of();

    /** Notes ids; one that is waiting already keeps its place and its age. */
    synchronized void note(Collection<Long> ids, Instant at) {
        ids.forEach(id -> noted.putIfAbsent(id, at));
    }

    /** Takes up to {@code limit} ids to read; they count in {@link #lag} until {@link #done} or {@link #giveBack}. */
    synchronized Collection<Long> take(int limit) {
        Map<Long, Instant> batch = new LinkedHashMap<>();
        Iterator<Map.Entry<Long, Instant>> oldest = noted.entrySet().iterator();
        while (oldest.hasNext() && batch.size() < limit) {
            Map.Entry<Long, Instant> next = oldest.next();
            batch.put(next.getKey(), next.getValue());
            oldest.remove();
        }
        taken = batch;
        return List.copyOf(batch.keySet());
    }

    synchronized void done() {
        taken = Map.of();
    }

    /** Puts the taken ids back with their age, before whatever was noted since. */
    synchronized void giveBack() {
        Map<Long, Instant> since = new LinkedHashMap<>(noted);
        noted.clear();
        noted.putAll(taken);
        since.forEach(noted::putIfAbsent);
        taken = Map.of();
    }

    synchronized boolean holds(long id) {
        return noted.containsKey(id) || taken.containsKey(id);
    }

    synchronized boolean isEmpty() {
        return noted.isEmpty();
    }

    /** The age of the oldest note that waits or is being read, zero when there is none. */
    synchronized Duration lag(Instant now) {
        Instant oldest = now;
        for (Map<Long, Instant> notes : List.of(taken, noted)) {
            Iterator<Instant> first = notes.values().iterator();
            if (first.hasNext()) {
                Instant at = first.next();
                oldest = at.isBefore(oldest) ? at : oldest;
            }
        }
        return Duration.between(oldest, now);
    }
}
