package com.atlassian.jira.event.issue;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;

/**
 * An issue is about to be deleted and still exists.
 *
 * <p>Source: dossier 3.8 [S6]
 */
public class IssuePreDeleteEvent {
    private final Issue issue;
    private final ApplicationUser user;

    public IssuePreDeleteEvent(Issue issue, ApplicationUser user) {
        this.issue = issue;
        this.user = user;
    }

    public Issue getIssue() {
        return issue;
    }
}
