package com.atlassian.jira.plugin.issuetabpanel;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;

/**
 * What stands on the tab for this user and this issue?
 *
 * <p>Source: dossier 3.10 [S6]
 */
public final class GetActionsRequest {
    private final Issue issue;
    private final ApplicationUser remoteUser;

    /** Called by Jira only; the user and the focus may be null. */
    public GetActionsRequest(
            Issue issue, ApplicationUser remoteUser, boolean asynchronous, boolean showAll, String focusId) {
        this.issue = issue;
        this.remoteUser = remoteUser;
    }

    public Issue issue() {
        return issue;
    }

    public ApplicationUser remoteUser() {
        return remoteUser;
    }
}
