package com.atlassian.cache;

/**
 * One value, made when first asked for.
 *
 * <p>Source: dossier 2.5 [P7], its members read in a stored copy of the type [S6].
 */
public interface CachedReference<V> {
    V get();

    void reset();
}
