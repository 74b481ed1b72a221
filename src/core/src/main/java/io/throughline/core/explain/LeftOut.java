package io.throughline.core.explain;

/**
 * Something that might have gone into a number and did not.
 *
 * @param ref key of an object, {@code link:17}, or the name of another input
 */
public record LeftOut(String ref, Reason reason) {
    /** Why. */
    public enum Reason {
        /** Nothing with size is linked to it. */
        NO_WORK,
        /** The objective is being written. */
        DRAFT,
        /** The objective was given up. */
        ABANDONED,
        /** The KPI has no actual. */
        NO_ACTUAL,
        /** The KPI's newest actual is too old. */
        STALE,
        /** No KPI below it has data. */
        NO_DATA,
        /** No KPI is below it. */
        NO_KPI,
        /** Items that are reached on several ways count once. */
        COUNTED_ONCE,
        /** Nothing is expected yet. */
        NOTHING_EXPECTED,
        /** It is early: a slow start is forgiven. */
        GRACE,
        /** Nothing has been reached, so nothing can be said of what was expected. */
        NOTHING_REACHED,
        /** The KPI had no value for the period, or a stale one. */
        NOT_AVAILABLE
    }
}
