package com.opensymphony.workflow;

/**
 * Who carries a transition out; the transient variable "context".
 *
 * <p>Source: dossier 3.9 [S6, U]
 */
public interface WorkflowContext {
    /** The key of the user, null for anonymous. */
    String getCaller();
}
