/** Declarations about what web fragments know of their page, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.plugin.webfragment.model;
