/** Declarations about names of project permissions, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.security.plugin;
