package com.atlassian.cache;

/**
 * Makes a cached reference's value.
 *
 * <p>Source: dossier 2.5 [P7, used on V8].
 */
public interface Supplier<T> extends java.util.function.Supplier<T> {
    @Override
    T get();
}
