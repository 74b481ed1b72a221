/** Declarations of ready-made entries of tabs; compile-only, each type names its source. */
package com.atlassian.jira.issue.tabpanels;
