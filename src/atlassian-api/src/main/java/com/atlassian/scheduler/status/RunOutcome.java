package com.atlassian.scheduler.status;

/**
 * The kinds of ends of a run.
 *
 * <p>Source: dossier 2.5 [P7], package and constants read in a stored copy of the type [S6].
 */
public enum RunOutcome {
    SUCCESS,
    UNAVAILABLE,
    ABORTED,
    FAILED
}
