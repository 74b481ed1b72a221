package com.atlassian.audit.entity;

/**
 * From which setting on an event is kept.
 *
 * <p>Source: dossier 2.7 [P7].
 */
public enum CoverageLevel {
    BASE,
    ADVANCED,
    FULL
}
