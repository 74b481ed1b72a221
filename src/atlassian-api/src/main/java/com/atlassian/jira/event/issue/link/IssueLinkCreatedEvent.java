package com.atlassian.jira.event.issue.link;

import com.atlassian.jira.issue.link.IssueLink;

/**
 * An issue link was made.
 *
 * <p>Source: dossier 3.8 [J7]
 */
public class IssueLinkCreatedEvent {
    private final IssueLink issueLink;

    public IssueLinkCreatedEvent(IssueLink issueLink) {
        this.issueLink = issueLink;
    }
}
