/** Declarations about ids of issue events, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.event.type;
