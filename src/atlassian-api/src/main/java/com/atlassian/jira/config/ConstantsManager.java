package com.atlassian.jira.config;

import com.atlassian.jira.issue.issuetype.IssueType;
import java.util.Collection;

/**
 * All issue types and statuses of the instance.
 *
 * <p>Source: dossier 3.3 [U8]
 */
public interface ConstantsManager {
    Collection<IssueType> getAllIssueTypeObjects();
}
