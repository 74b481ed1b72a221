package com.atlassian.audit.entity;

/**
 * What an event is about.
 *
 * <p>Source: dossier 2.7 [S6].
 */
public enum CoverageArea {
    GLOBAL_CONFIG_AND_ADMINISTRATION,
    USER_MANAGEMENT,
    PERMISSIONS,
    LOCAL_CONFIG_AND_ADMINISTRATION,
    SECURITY,
    END_USER_ACTIVITY,
    ECOSYSTEM,
    AUDIT_LOG
}
