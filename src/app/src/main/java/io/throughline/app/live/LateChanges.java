package io.throughline.app.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Ids of changed issues that queries have to look at: soon, and once more half a minute later, because the search index
 * may lag behind the event. Safe for many threads.
 */
final class LateChanges {
    static final Duration SOON = Duration.ofSeconds(2);
    static final Duration ONCE_MORE = Duration.ofSeconds(30);

    private final Map<Long, Instant> first = new HashMap<>();
    private final Map<Long, Instant> second = new HashMap<>();

    synchronized void note(Collection<Long> ids, Instant at) {
        ids.forEach(id -> first.putIfAbsent(id, at.plus(SOON)));
    }

    /** Takes what is due; whoever cannot deal with it notes it again. */
    synchronized Set<Long> due(Instant now) {
        Set<Long> due = take(second, now);
        Set<Long> soon = take(first, now);
        soon.forEach(id -> second.put(id, now.plus(ONCE_MORE)));
        due.addAll(soon);
        return due;
    }

    private static Set<Long> take(Map<Long, Instant> from, Instant now) {
        Set<Long> due = new HashSet<>();
        from.forEach((id, at) -> {
            if (!at.isAfter(now)) {
                due.add(id);
            }
        });
        from.keySet().removeAll(due);
        return due;
    }
}
