package com.atlassian.util.profiling;

/**
 * A running measurement. The Active Objects library calls it and no registry serves it.
 *
 * <p>Source: dossier 1.1, tried with Active Objects 6.1.1 [AO6].
 */
public interface Ticker extends AutoCloseable {
    @Override
    void close();
}
