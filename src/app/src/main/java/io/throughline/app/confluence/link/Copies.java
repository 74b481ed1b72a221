package io.throughline.app.confluence.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last good answers, each belonging to the one reader whom Jira gave it. Bounded by their bytes; whoever was not asked
 * for longest goes first. On one node only and lost with it: it is all read again.
 */
final class Copies {
    /** What a copy costs besides its body. */
    private static final int OVERHEAD = 400;

    private final Map<Key, Copy> copies = new LinkedHashMap<>(16, 0.75f, true);
    private final long mostBytes;
    private final Duration longest;
    private final Clock clock;
    private long bytes;

    /** @param longest after which a copy is not shown to anybody any more */
    Copies(long mostBytes, Duration longest, Clock clock) {
        this.mostBytes = mostBytes;
        this.longest = longest;
        this.clock = clock;
    }

    /**
     * What an answer belongs to. There is no way to read one without naming its reader.
     *
     * @param reader user key, empty for nobody
     * @param link id of the application link
     */
    record Key(String reader, String link, String path) {}

    /**
     * An answer.
     *
     * @param tag its ETag, null where Jira gave none
     * @param readAt when Jira last said that it is so
     */
    record Copy(byte[] bytes, @Nullable String tag, Instant readAt) {}

    synchronized @Nullable Copy of(Key key) {
        Copy copy = copies.get(key);
        if (copy != null && copy.readAt().plus(longest).isBefore(clock.instant())) {
            forget(key);
            return null;
        }
        return copy;
    }

    synchronized void keep(Key key, Copy copy) {
        forget(key);
        copies.put(key, copy);
        bytes += weight(key, copy);
        Iterator<Map.Entry<Key, Copy>> oldest = copies.entrySet().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            Map.Entry<Key, Copy> gone = oldest.next();
            bytes -= weight(gone.getKey(), gone.getValue());
            oldest.remove();
        }
    }

    synchronized void forget(Key key) {
        Copy gone = copies.remove(key);
        bytes -= gone == null ? 0 : weight(key, gone);
    }

    /** Everything that a reader got over a link. */
    synchronized void forgetReader(String reader, String link) {
        copies.entrySet().removeIf(each -> {
            boolean theirs = each.getKey().reader().equals(reader)
                    && each.getKey().link().equals(link);
            bytes -= theirs ? weight(each.getKey(), each.getValue()) : 0;
            return theirs;
        });
    }

    /** What all copies take. */
    synchronized long bytes() {
        return bytes;
    }

    private static long weight(Key key, Copy copy) {
        return copy.bytes().length + 2L * key.path().length() + OVERHEAD;
    }
}
