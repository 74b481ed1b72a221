package com.opensymphony.workflow;

import com.opensymphony.module.propertyset.PropertySet;
import java.util.Map;

/**
 * Says whether a transition is there for a user.
 *
 * <p>Source: dossier 3.9 [V8]
 */
@SuppressWarnings("rawtypes")
public interface Condition {
    boolean passesCondition(Map transientVars, Map args, PropertySet ps) throws WorkflowException;
}
