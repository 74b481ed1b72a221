package io.throughline.core.orphans;

/** The ways in which work and strategy miss each other. */
public enum OrphanKind {
    /** An active project of which no open size is aligned, and some is not exempt. */
    PROJECT,
    /** An open item of level 1 or up, not aligned, without an aligned open descendant. */
    EPIC,
    /** Like {@link #EPIC}, but with an aligned open descendant. */
    PARTIAL,
    /** An open standard item, not aligned, without an open ancestor through which it would be reported. */
    ISSUE,
    /** A link whose target is deleted, or cannot be read as a query. */
    DEAD_LINK,
    /** An active objective without live work, itself or below. */
    UNSUPPORTED_OBJECTIVE,
    /** An active objective without a KPI, itself or below. */
    UNMEASURED_OBJECTIVE,
    /** A KPI whose objective is missing or abandoned. */
    ORPHAN_KPI,
    /** A KPI whose newest actual is too old to say anything. */
    STALE_KPI,
    /** A theme, objective or KPI without an active owner. */
    UNOWNED;

    /** Whether it is about work, not about objects of the strategy. */
    public boolean isWork() {
        return compareTo(ISSUE) <= 0;
    }
}
