package com.atlassian.jira.config;

/**
 * All issue types and statuses of the instance.
 *
 * <p>Source: dossier 3.3 [U8]
 */
public interface ConstantsManager {}
