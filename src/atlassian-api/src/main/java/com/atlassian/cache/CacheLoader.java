package com.atlassian.cache;

/**
 * Makes a cache's missing value; never null.
 *
 * <p>Source: dossier 2.5 [P7, used on V8].
 */
public interface CacheLoader<K, V> {
    V load(K key);
}
