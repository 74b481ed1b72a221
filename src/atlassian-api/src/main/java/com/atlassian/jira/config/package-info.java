/** Declarations about the constants of the instance, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.config;
