/** Declarations about conditions of web fragments, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.plugin.webfragment.conditions;
