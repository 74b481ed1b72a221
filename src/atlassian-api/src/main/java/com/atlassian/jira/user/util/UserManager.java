package com.atlassian.jira.user.util;

import com.atlassian.jira.user.ApplicationUser;

/**
 * Jira's users; not the shared access layer's interface of the same name.
 *
 * <p>Source: dossier 3.1 [V8]
 */
public interface UserManager {
    /** Null when there is no such user. */
    ApplicationUser getUserByKey(String key);

    /** Null when there is no such user. */
    ApplicationUser getUserByName(String username);
}
