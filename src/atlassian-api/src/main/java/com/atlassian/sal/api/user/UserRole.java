package com.atlassian.sal.api.user;

/**
 * The role that a login must give.
 *
 * <p>Source: dossier 2.3 [P7].
 */
public enum UserRole {
    USER,
    ADMIN,
    SYSADMIN
}
