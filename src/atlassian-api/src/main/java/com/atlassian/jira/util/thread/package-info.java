/** Declarations about threads, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.util.thread;
