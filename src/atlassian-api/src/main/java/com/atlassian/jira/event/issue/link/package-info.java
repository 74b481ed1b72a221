/** Declarations about events of issue links, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.event.issue.link;
