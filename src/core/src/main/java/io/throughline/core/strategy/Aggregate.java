package io.throughline.core.strategy;

/** How a JQL source makes one number of the issues it finds. */
public enum Aggregate {
    COUNT,
    SUM,
    AVG
}
