package com.atlassian.jira.workflow;

import com.opensymphony.workflow.loader.ActionDescriptor;
import java.util.Collection;

/**
 * A workflow with its transitions.
 *
 * <p>Source: https://docs.atlassian.com/jira/7.1.9/com/atlassian/jira/workflow/JiraWorkflow.html, {@code @PublicApi}
 */
public interface JiraWorkflow {
    /** Global, common and from steps. */
    Collection<ActionDescriptor> getAllActions();
}
