package com.opensymphony.workflow;

import com.opensymphony.module.propertyset.PropertySet;
import java.util.Map;

/**
 * Does something when a transition is carried out.
 *
 * <p>Source: dossier 3.9 [V8]
 */
@SuppressWarnings("rawtypes")
public interface FunctionProvider {
    void execute(Map transientVars, Map args, PropertySet ps) throws WorkflowException;
}
