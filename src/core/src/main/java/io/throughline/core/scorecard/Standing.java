package io.throughline.core.scorecard;

/** Whether an item serves the strategy in force. */
public enum Standing {
    /** It reaches an ACTIVE objective of an ACTIVE plan, or it is done and an ACHIEVED objective holds it. */
    ALIGNED,
    /** It does not, and an exemption covers it. */
    EXEMPT,
    /** Neither. */
    ORPHAN
}
