/** Declarations about workflow rules of plugins; compile-only, each type names its source. */
package com.atlassian.jira.plugin.workflow;
