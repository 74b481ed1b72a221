package com.atlassian.jira.issue.link;

/**
 * A link between two issues.
 *
 * <p>Source: dossier 3.4 [U8; getSourceId and getDestinationId U, S6]
 */
public interface IssueLink {}
