/** Declarations about changes of issues, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.issue.history;
