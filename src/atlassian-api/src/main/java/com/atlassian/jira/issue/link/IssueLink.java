package com.atlassian.jira.issue.link;

import com.atlassian.jira.issue.Issue;

/**
 * A link between two issues.
 *
 * <p>Source: dossier 3.4 [U8; getSourceId and getDestinationId K]
 */
public interface IssueLink {
    Long getId();

    Long getSourceId();

    Long getDestinationId();

    Issue getSourceObject();

    Issue getDestinationObject();

    IssueLinkType getIssueLinkType();
}
