package com.atlassian.confluence.api.service.accessmode;

/**
 * Says whether Confluence takes changes: its administrators can make the whole site read-only for a time.
 *
 * <p>Source: dossier 1.2 [V8], 4.5 [S6]; the mode itself: "Make your app compatible with read-only mode",
 * developer.atlassian.com/server/confluence/how-to-make-your-add-on-compatible-with-read-only-mode [DOC]
 */
public interface AccessModeService {

    /** True if read-only access is to be enforced now, on this thread: what is asked before a write. */
    boolean shouldEnforceReadOnlyAccess();
}
