package com.atlassian.jira.jql.query;

import com.atlassian.jira.user.ApplicationUser;

/**
 * For whom a query is being built.
 *
 * <p>Source: dossier 3.7 [S6]
 */
public interface QueryCreationContext {
    /** Null for an anonymous searcher. */
    ApplicationUser getApplicationUser();

    /** True when permissions are not to be asked; the platform spells it so. */
    boolean isSecurityOverriden();
}
