package io.throughline.core.strategy;

/** The four perspectives of a balanced scorecard. */
public enum Perspective {
    FINANCIAL,
    CUSTOMER,
    PROCESS,
    LEARNING
}
