package com.opensymphony.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a validator has against a transition: messages as such and messages for fields.
 *
 * <p>Source: dossier 3.9 [DOC]: constructors and members as in the Javadoc of OSWorkflow's later form,
 * https://oswf.sourceforge.net/javadoc/core/net/sf/oswf/exceptions/InvalidInputException.html
 */
@SuppressWarnings("rawtypes")
public class InvalidInputException extends WorkflowException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> genericErrors = new ArrayList<>();
    private final transient Map<String, String> errors = new HashMap<>();

    public InvalidInputException() {}

    public InvalidInputException(Object o) {
        addError(String.valueOf(o));
    }

    public InvalidInputException(String error) {
        super(error);
        addError(error);
    }

    public InvalidInputException(String name, String error) {
        addError(name, error);
    }

    public void addError(String error) {
        genericErrors.add(error);
    }

    public void addError(String name, String error) {
        errors.put(name, error);
    }

    public Map getErrors() {
        return errors;
    }

    public List getGenericErrors() {
        return genericErrors;
    }
}
