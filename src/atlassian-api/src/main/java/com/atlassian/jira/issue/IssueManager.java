package com.atlassian.jira.issue;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.ofbiz.core.entity.GenericEntityException;

/**
 * Looks issues up, without any permission check.
 *
 * <p>Source: dossier 3.3 [V8; getIssueIdsForProject U8, getIssueObjects S6]
 */
public interface IssueManager {
    /** Null when there is no such issue. */
    MutableIssue getIssueObject(Long id);

    /** Also finds a moved issue by a key that it had before. */
    MutableIssue getIssueObject(String key);

    MutableIssue getIssueByCurrentKey(String key);

    Collection<Long> getIssueIdsForProject(Long projectId) throws GenericEntityException;

    /** In the order of the ids; unknown ids are left out. */
    List<Issue> getIssueObjects(Collection<Long> ids);

    /** The present key and every earlier one. */
    Set<String> getAllIssueKeys(Long issueId);
}
