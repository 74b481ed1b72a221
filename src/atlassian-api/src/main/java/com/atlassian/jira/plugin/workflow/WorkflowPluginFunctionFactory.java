package com.atlassian.jira.plugin.workflow;

/**
 * The factory that a {@code <workflow-function>} names.
 *
 * <p>Source: dossier 3.9 [V8]
 */
public interface WorkflowPluginFunctionFactory extends WorkflowPluginFactory {}
