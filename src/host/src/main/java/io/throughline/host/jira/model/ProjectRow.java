package io.throughline.host.jira.model;

/** @param lead user key, may be null */
public record ProjectRow(long id, String key, String name, String description, String lead, boolean isArchived) {}
