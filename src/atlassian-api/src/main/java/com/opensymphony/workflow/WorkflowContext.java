package com.opensymphony.workflow;

/**
 * Who carries a transition out; the transient variable "context".
 *
 * <p>Source: dossier 3.9 [K]
 */
public interface WorkflowContext {
    /** The key of the user, null for anonymous. */
    String getCaller();
}
