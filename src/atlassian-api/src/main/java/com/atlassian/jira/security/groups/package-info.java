/** Declarations about groups, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.security.groups;
