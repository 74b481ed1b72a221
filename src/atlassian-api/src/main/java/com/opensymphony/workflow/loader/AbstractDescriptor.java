package com.opensymphony.workflow.loader;

/**
 * Something in the definition of a workflow.
 *
 * <p>Source: dossier 3.9 [V8]
 */
public abstract class AbstractDescriptor {}
