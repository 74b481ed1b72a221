package io.throughline.host.jira.importer.csv;

import java.util.Map;

/** What a column of an export can mean. Custom fields and issue links are told by their headings instead. */
enum Column {
    KEY,
    ID,
    SUMMARY,
    DESCRIPTION,
    TYPE,
    STATUS,
    STATUS_CATEGORY,
    PROJECT_NAME,
    PRIORITY,
    RESOLUTION,
    ASSIGNEE,
    ASSIGNEE_ID,
    REPORTER,
    REPORTER_ID,
    CREATOR,
    CREATOR_ID,
    CREATED,
    UPDATED,
    RESOLVED,
    DUE,
    LABELS,
    COMPONENTS,
    FIX_VERSIONS,
    AFFECTS_VERSIONS,
    ORIGINAL_ESTIMATE,
    REMAINING_ESTIMATE,
    TIME_SPENT,
    /** An issue's id, as Data Center writes it for sub-tasks. */
    PARENT_ID,
    /** A key or an id, as Cloud writes it for everything that has a parent. */
    PARENT,
    /** Says what another column says better; nothing is lost without it. */
    REDUNDANT;

    /** Headings in lower case; English first, then other languages of Jira. */
    static final Map<String, Column> BY_HEADING = Headings.all();
}
