package io.throughline.core.alignment;

/**
 * That an item serves an objective, and how.
 *
 * @param objective key of the objective
 * @param link id of the link that holds the item; of several in one objective the oldest
 * @param via the step
 * @param viaRef SELF and PARENT: key of the linked issue; QUERY: the JQL; PROJECT: key of the project
 * @param viaIssue id of the issue that is linked or matched, itself or an ancestor; 0 for PROJECT. Whoever shows
 *     {@code viaRef} checks that the viewer may browse it
 */
public record Serving(String objective, long link, Via via, String viaRef, long viaIssue) {}
