package com.atlassian.jira.workflow.function.issue;

import com.atlassian.jira.issue.MutableIssue;
import com.opensymphony.workflow.FunctionProvider;
import com.opensymphony.workflow.WorkflowContext;
import java.util.Map;

/**
 * The usual base of post functions: finds the issue and the user among the transient variables.
 *
 * <p>Source: dossier 3.9 [V8];
 * https://docs.atlassian.com/DAC/javadoc/jira/reference/com/atlassian/jira/workflow/WorkflowFunctionUtils.html
 */
@SuppressWarnings("rawtypes")
public abstract class AbstractJiraFunctionProvider implements FunctionProvider {
    protected MutableIssue getIssue(Map transientVars) {
        return (MutableIssue) transientVars.get("issue");
    }

    /** "Get the Key of user executing this condition", null for anonymous. */
    protected String getCallerKey(Map transientVars, Map args) {
        WorkflowContext context = (WorkflowContext) transientVars.get("context");
        return context == null ? null : context.getCaller();
    }
}
