/** Declarations about JQL functions of plugins, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.plugin.jql.function;
