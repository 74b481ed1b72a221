/** Declarations about events of projects and caches, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.event;
