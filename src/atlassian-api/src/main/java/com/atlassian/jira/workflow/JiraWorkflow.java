package com.atlassian.jira.workflow;

import com.opensymphony.workflow.loader.ActionDescriptor;
import java.util.Collection;

/**
 * A workflow with its transitions.
 *
 * <p>Source: https://docs.atlassian.com/jira/7.1.9/com/atlassian/jira/workflow/JiraWorkflow.html, {@code @PublicApi}
 */
public interface JiraWorkflow {
    /** Initial [S6], global, common and from steps. */
    Collection<ActionDescriptor> getAllActions();

    /** Whether it is one by which issues come about. */
    boolean isInitialAction(ActionDescriptor action);
}
