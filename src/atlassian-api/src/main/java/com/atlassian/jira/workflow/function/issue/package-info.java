/** Declarations about post functions, as the app extends them; compile-only, each type names its source. */
package com.atlassian.jira.workflow.function.issue;
