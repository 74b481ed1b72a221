/** Declarations about the building of JQL queries, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.jql.query;
