package com.atlassian.user;

/**
 * A user as Confluence's user library knows one.
 *
 * <p>Source: dossier 4.5 [S6]
 */
public interface User {

    /** The user name. */
    String getName();

    String getFullName();
}
