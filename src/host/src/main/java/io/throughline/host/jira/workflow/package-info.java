/**
 * Conditions, validators and functions of plugins on the transitions of a project's workflow: which there are, where administrators put
 * them, and what they say when somebody transitions an issue. Entry: {@link io.throughline.host.jira.workflow.TransitionRules}.
 */
package io.throughline.host.jira.workflow;
