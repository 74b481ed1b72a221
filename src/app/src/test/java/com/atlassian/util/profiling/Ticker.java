package com.atlassian.util.profiling;

/** Wanted by the Active Objects library and served by no registry. */
public interface Ticker extends AutoCloseable {
    @Override
    void close();
}
