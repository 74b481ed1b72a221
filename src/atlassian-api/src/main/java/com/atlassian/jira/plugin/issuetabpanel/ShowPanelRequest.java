package com.atlassian.jira.plugin.issuetabpanel;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;

/**
 * Shall the tab be shown to this user on this issue?
 *
 * <p>Source: dossier 3.10 [S6], the constructor also [U]: tests of open-source plugins
 */
public class ShowPanelRequest {
    private final Issue issue;
    private final ApplicationUser remoteUser;

    public ShowPanelRequest(Issue issue, ApplicationUser remoteUser) {
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
