package io.throughline.host.jira.importer;

import io.throughline.host.jira.model.History;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.Issues;
import io.throughline.host.jira.model.People;
import java.util.List;

/**
 * One issue as read: its fields, and what can only be settled when its project is known.
 *
 * @param where file, line and key, for a person
 * @param draft without id, project, components and versions
 * @param references to other issues, by key
 */
record ImportedIssue(
        String where,
        Issues.Key key,
        String projectName,
        IssueDraft draft,
        List<Part> components,
        List<Part> fixVersions,
        List<Part> affectedVersions,
        List<Reference> references,
        List<People.Person> people,
        List<History.Change> history) {

    /** A component or version; the flags are a version's. */
    record Part(String name, String description, boolean isArchived, boolean isReleased) {}

    /** @param linkTypeId 0 unless it is a link */
    record Reference(Kind kind, long linkTypeId, Issues.Key to) {}

    enum Kind {
        PARENT,
        EPIC,
        PARENT_LINK,
        LINK_TO,
        LINK_FROM;

        /** What people read and the database keeps. */
        String word() {
            return switch (this) {
                case PARENT -> "parent";
                case EPIC -> "epic";
                case PARENT_LINK -> "parent link";
                case LINK_TO -> "link to";
                case LINK_FROM -> "link from";
            };
        }
    }
}
