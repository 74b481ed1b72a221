package io.throughline.core.strategy;

/** Where a plan stands: being written, in force, or over. Only an ACTIVE plan makes work aligned. */
public enum PlanState {
    DRAFT,
    ACTIVE,
    CLOSED
}
