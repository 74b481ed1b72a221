package io.throughline.app.jira;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What issue panels show, kept: the issues that serve one objective are many, and all their panels show the same numbers in the
 * same words. It is never old, since its key is all that it is made from. Safe for many threads.
 *
 * @param <K> what it is made from: equal keys show the same
 * @param <V> how it is shown
 */
final class Shown<K, V> {
    /** Some kilobytes each. */
    static final int MOST = 5_000;

    private final Map<K, V> known = new ConcurrentHashMap<>();

    /** @param make makes it, from nothing but the key and the texts of its language */
    V of(K key, Supplier<V> make) {
        V last = known.get(key);
        if (last != null) {
            return last;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        V value = make.get();
        known.put(key, value);
        return value;
    }
}
