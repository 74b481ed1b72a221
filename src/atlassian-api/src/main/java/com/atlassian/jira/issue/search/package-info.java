/** Declarations about what a search gives, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.issue.search;
