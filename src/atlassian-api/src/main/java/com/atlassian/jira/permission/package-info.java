/** Declarations about the permissions that Jira defines, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.permission;
