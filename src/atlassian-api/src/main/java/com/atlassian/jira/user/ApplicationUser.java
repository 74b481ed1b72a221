package com.atlassian.jira.user;

/**
 * A user as Jira code passes it around; {@link #getKey()} survives a rename, the user name does not.
 *
 * <p>Source: dossier 3.1 [V8]
 */
public interface ApplicationUser {
    String getKey();

    boolean isActive();

    String getEmailAddress();

    String getDisplayName();
}
