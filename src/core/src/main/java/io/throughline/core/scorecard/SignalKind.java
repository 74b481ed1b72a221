package io.throughline.core.scorecard;

/** What delivery and outcome say together. */
public enum SignalKind {
    /** Work lands and the outcome moves. */
    REALIZING,
    /** Work lands, the outcome does not move. */
    DRIFT,
    /** The outcome moves without this work. */
    UNEXPLAINED,
    /** Neither moves. */
    STALLED,
    /** Nobody knows how the outcome is. */
    BLIND
}
