package com.atlassian.jira.plugin.issuetabpanel;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;

/**
 * What stands on the tab for this user and this issue?
 *
 * <p>Source: dossier 3.10 [S6]; the constructor [K]
 */
public class GetActionsRequest {
    private final Issue issue;
    private final ApplicationUser remoteUser;

    public GetActionsRequest(Issue issue, ApplicationUser remoteUser) {
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
