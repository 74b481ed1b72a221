/** Declarations about tabs on the issue view; compile-only, each type names its source. */
package com.atlassian.jira.plugin.issuetabpanel;
