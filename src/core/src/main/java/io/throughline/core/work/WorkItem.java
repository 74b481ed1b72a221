package io.throughline.core.work;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One Jira issue as the roll-up sees it: a row of input.
 *
 * @param id Jira's numeric issue id, more than 0; stays when the issue moves
 * @param key issue key
 * @param projectId Jira's numeric project id
 * @param projectKey project key
 * @param issueType name of the issue type; {@link WorkRules} turns it into a level
 * @param subTask whether the issue type is a sub-task type
 * @param parentId id of the parent as Jira has it (a sub-task's parent, the Epic Link, the Parent Link), 0 for none;
 *     whether it counts is decided by the levels
 * @param resolution name of the resolution, null while unresolved
 * @param storyPoints null when the field is empty
 * @param originalEstimateSeconds null when the field is empty
 * @param updated last change of the issue
 * @param resolved when the resolution was set, null while unresolved
 * @param archived whether the issue or its project is archived
 * @param securityLevel id of the issue security level, null for none
 */
public record WorkItem(
        long id,
        String key,
        long projectId,
        String projectKey,
        String issueType,
        boolean subTask,
        long parentId,
        StatusCategory statusCategory,
        @Nullable String resolution,
        @Nullable Double storyPoints,
        @Nullable Long originalEstimateSeconds,
        Instant updated,
        @Nullable Instant resolved,
        boolean archived,
        @Nullable Long securityLevel) {
    public WorkItem {
        if (id <= 0) {
            throw new IllegalArgumentException("id must be more than 0, was " + id);
        }
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(projectKey, "projectKey");
        Objects.requireNonNull(issueType, "issueType");
        Objects.requireNonNull(statusCategory, "statusCategory");
        Objects.requireNonNull(updated, "updated");
    }
}
