/** Workflows. */
package com.atlassian.jira.workflow;
