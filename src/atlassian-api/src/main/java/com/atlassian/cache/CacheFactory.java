package com.atlassian.cache;

import jakarta.annotation.Nullable;

/**
 * Makes caches that all nodes of the cluster know by name.
 *
 * <p>Source: dossier 2.5 [P7, used on V8].
 */
public interface CacheFactory {
    <V> CachedReference<V> getCachedReference(String name, Supplier<V> supplier, CacheSettings settings);

    <K, V> Cache<K, V> getCache(String name, @Nullable CacheLoader<K, V> loader, CacheSettings settings);
}
