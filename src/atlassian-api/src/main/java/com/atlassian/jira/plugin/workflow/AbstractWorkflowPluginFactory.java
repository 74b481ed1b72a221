package com.atlassian.jira.plugin.workflow;

import com.opensymphony.workflow.loader.AbstractDescriptor;
import java.util.HashMap;
import java.util.Map;

/**
 * The usual base of factories: one method for each template.
 *
 * <p>Source: dossier 3.9 [V8]; https://docs.atlassian.com/jira/7.0.8/com/atlassian/jira/plugin/workflow/package-summary.html
 */
public abstract class AbstractWorkflowPluginFactory implements WorkflowPluginFactory {

    @Override
    public Map<String, ?> getVelocityParams(String resourceName, AbstractDescriptor descriptor) {
        Map<String, Object> params = new HashMap<>();
        switch (resourceName) {
            case "input-parameters" -> getVelocityParamsForInput(params);
            case "edit-parameters" -> getVelocityParamsForEdit(params, descriptor);
            case "view" -> getVelocityParamsForView(params, descriptor);
            default -> throw new IllegalArgumentException("Invalid velocity resource name: " + resourceName);
        }
        return params;
    }

    protected abstract void getVelocityParamsForInput(Map<String, Object> velocityParams);

    protected abstract void getVelocityParamsForEdit(Map<String, Object> velocityParams, AbstractDescriptor descriptor);

    protected abstract void getVelocityParamsForView(Map<String, Object> velocityParams, AbstractDescriptor descriptor);

    /** @throws IllegalArgumentException if the form has no such field */
    protected String extractSingleParam(Map<String, Object> conditionParams, String paramName) {
        if (!(conditionParams.get(paramName) instanceof String[] values) || values.length == 0) {
            throw new IllegalArgumentException("Could not find parameter '" + paramName + "'");
        }
        return values[0];
    }
}
