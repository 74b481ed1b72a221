package com.opensymphony.workflow;

/**
 * A transition could not be carried out.
 *
 * <p>Source: dossier 3.9 [U]: thrown by validators and functions of open-source plugins
 */
public class WorkflowException extends Exception {
    private static final long serialVersionUID = 1L;

    public WorkflowException() {}

    public WorkflowException(String message) {
        super(message);
    }
}
