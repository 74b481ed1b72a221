/** Declarations about searching issues with JQL, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.bc.issue.search;
