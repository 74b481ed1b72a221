package com.atlassian.jira.security;

import com.atlassian.jira.user.ApplicationUser;

/**
 * Who is logged in on this thread.
 *
 * <p>Source: dossier 3.1 [V8]
 */
public interface JiraAuthenticationContext {
    /** Null when nobody is logged in. */
    ApplicationUser getLoggedInUser();

    boolean isLoggedInUser();
}
