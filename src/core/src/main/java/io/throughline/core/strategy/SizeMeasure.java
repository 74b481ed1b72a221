package io.throughline.core.strategy;

/** How a plan measures the size of work. */
public enum SizeMeasure {
    /** 1 for each item that carries size. */
    COUNT,
    /** The story points field; unit: points. */
    STORY_POINTS,
    /** The original estimate; unit: seconds. */
    ORIGINAL_ESTIMATE
}
