package com.opensymphony.workflow.loader;

import java.util.ArrayList;
import java.util.List;

/**
 * A transition in the definition of a workflow.
 *
 * <p>Source: class of that name in OSWorkflow 2.8, which is open source [K]; returned by
 * https://docs.atlassian.com/jira/7.1.9/com/atlassian/jira/workflow/JiraWorkflow.html
 */
@SuppressWarnings("rawtypes")
public class ActionDescriptor extends AbstractDescriptor {
    private final List<Object> validators = new ArrayList<>();
    private String name = "";

    ActionDescriptor() {}

    public String getName() {
        return name;
    }

    public void setName(String given) {
        name = given;
    }

    /** Live: what is put there is kept. Each is a {@link ValidatorDescriptor}. */
    public List getValidators() {
        return validators;
    }
}
