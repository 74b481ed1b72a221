package com.atlassian.jira.workflow;

import com.atlassian.jira.issue.Issue;

/**
 * Which workflow an issue is in, or will be.
 *
 * <p>Source: https://docs.atlassian.com/jira/7.0.8/com/atlassian/jira/workflow/WorkflowManager.html, {@code @PublicApi}
 */
public interface WorkflowManager {
    JiraWorkflow getWorkflow(Issue issue);

    JiraWorkflow getWorkflow(Long projectId, String issueTypeId);
}
