package io.throughline.host.jira.model;

import java.time.LocalDate;

/**
 * One issue as stored.
 *
 * @param key made of the project's present key and the number
 * @param parentId the parent of a sub-task, else null
 * @param created milliseconds since 1970, like the other instants
 * @param resolved null when unresolved
 * @param originalEstimate seconds, may be null
 */
public record IssueRow(
        long id,
        String key,
        long projectId,
        long number,
        long typeId,
        long statusId,
        Long resolutionId,
        Long priorityId,
        String summary,
        String description,
        String assignee,
        String reporter,
        String creator,
        long created,
        long updated,
        Long resolved,
        LocalDate due,
        Long originalEstimate,
        Long remainingEstimate,
        Long timeSpent,
        Long parentId,
        boolean isArchived,
        Long archivedAt) {}
