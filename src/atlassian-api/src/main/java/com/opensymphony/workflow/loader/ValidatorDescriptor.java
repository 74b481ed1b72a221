package com.opensymphony.workflow.loader;

import java.util.HashMap;
import java.util.Map;

/**
 * A validator on a transition with its arguments.
 *
 * <p>Source: dossier 3.9 [V8]
 */
@SuppressWarnings("rawtypes")
public class ValidatorDescriptor extends AbstractDescriptor {
    private final Map<Object, Object> args = new HashMap<>();

    ValidatorDescriptor() {}

    /** Live: what is put there is kept. */
    public Map getArgs() {
        return args;
    }
}
