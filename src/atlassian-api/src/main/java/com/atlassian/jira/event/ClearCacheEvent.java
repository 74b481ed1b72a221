package com.atlassian.jira.event;

/**
 * Drop your caches: the data under them was replaced.
 *
 * <p>Source: dossier 3.8 [DOC, S6]
 */
public class ClearCacheEvent {}
