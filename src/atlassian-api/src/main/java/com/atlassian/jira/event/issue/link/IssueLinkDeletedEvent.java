package com.atlassian.jira.event.issue.link;

import com.atlassian.jira.issue.link.IssueLink;

/**
 * An issue link was removed.
 *
 * <p>Source: dossier 3.8 [J7]
 */
public class IssueLinkDeletedEvent {
    private final IssueLink issueLink;

    public IssueLinkDeletedEvent(IssueLink issueLink) {
        this.issueLink = issueLink;
    }
}
