package com.atlassian.jira.issue.link;

/**
 * A kind of issue link with its two readings.
 *
 * <p>Source: dossier 3.4 [U8, S6]
 */
public interface IssueLinkType {}
