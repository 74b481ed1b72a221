/** Declarations about values in JQL, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.jql.operand;
