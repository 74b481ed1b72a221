package com.atlassian.cache;

import jakarta.annotation.Nullable;
import java.util.Collection;

/**
 * Values by key; with remote() and replicateViaInvalidation() a removal is felt on every node.
 *
 * <p>Source: dossier 2.5 [P7, used on V8].
 */
public interface Cache<K, V> {
    Collection<K> getKeys();

    @Nullable
    V get(K key);

    void put(K key, V value);

    void remove(K key);

    void removeAll();
}
