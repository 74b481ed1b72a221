package io.throughline.app.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What is made for one reader, kept for the next who would get the same. It is never old, since its key is all that it is made
 * from; when there is too much of it all is made anew. Safe for many threads.
 *
 * @param <K> what it is made from: equal keys make the same
 * @param <V> what is made
 */
public final class MadeOnce<K, V> {
    /** Texts and cards, some kilobytes each at the most. Names and figures are in their keys, so there is no end to them. */
    static final int MOST = 5_000;

    private final Map<K, V> known = new ConcurrentHashMap<>();

    /** @param make makes it, from nothing but the key */
    public V of(K key, Supplier<V> make) {
        V last = known.get(key);
        if (last != null) {
            return last;
        }
        V value = make.get();
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(key, value);
        return value;
    }
}
