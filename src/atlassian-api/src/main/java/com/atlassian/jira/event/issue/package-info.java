/** Declarations about events of issues, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.event.issue;
