package com.atlassian.jira.plugin.workflow;

import com.opensymphony.workflow.loader.AbstractDescriptor;
import java.util.Map;

/**
 * Configures a workflow rule of a plugin: what its templates need, and which arguments its form gives.
 *
 * <p>Source: https://docs.atlassian.com/jira/4.0/com/atlassian/jira/plugin/workflow/WorkflowPluginFactory.html; dossier 3.9 [V8]
 */
public interface WorkflowPluginFactory {
    /** @param resourceName "view", "input-parameters" or "edit-parameters" */
    Map<String, ?> getVelocityParams(String resourceName, AbstractDescriptor descriptor);

    /** @param formParams names and arrays of values */
    Map<String, ?> getDescriptorParams(Map<String, Object> formParams);
}
