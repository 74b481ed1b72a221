package com.atlassian.jira.security.groups;

/**
 * Groups and their members.
 *
 * <p>Source: dossier 3.1 [V8, U]
 */
public interface GroupManager {}
