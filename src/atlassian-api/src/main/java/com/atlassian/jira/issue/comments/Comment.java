package com.atlassian.jira.issue.comments;

/**
 * A comment on an issue; declared only because issue events carry one.
 *
 * <p>Source: dossier 3.8 [V8]
 */
public interface Comment {}
