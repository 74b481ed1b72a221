package com.atlassian.jira.plugin.workflow;

/**
 * The factory that a {@code <workflow-condition>} names.
 *
 * <p>Source: dossier 3.9 [V8]
 */
public interface WorkflowPluginConditionFactory extends WorkflowPluginFactory {}
