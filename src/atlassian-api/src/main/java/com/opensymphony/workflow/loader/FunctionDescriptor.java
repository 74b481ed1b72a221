package com.opensymphony.workflow.loader;

import java.util.HashMap;
import java.util.Map;

/**
 * A function on a transition with its arguments.
 *
 * <p>Source: dossier 3.9 [V8]
 */
@SuppressWarnings("rawtypes")
public class FunctionDescriptor extends AbstractDescriptor {
    private final Map<Object, Object> args = new HashMap<>();

    FunctionDescriptor() {}

    /** Live: what is put there is kept. */
    public Map getArgs() {
        return args;
    }
}
