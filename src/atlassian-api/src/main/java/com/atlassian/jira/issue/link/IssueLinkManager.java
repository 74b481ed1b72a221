package com.atlassian.jira.issue.link;

/**
 * The links of an issue; Jira reads them from the database each time.
 *
 * <p>Source: dossier 3.4 [V8]
 */
public interface IssueLinkManager {}
