package com.atlassian.jira.issue;

/**
 * What the issue manager returns; its setters are not declared because nothing here calls them.
 *
 * <p>Source: dossier 3.3 [V8]
 */
public interface MutableIssue extends Issue {}
