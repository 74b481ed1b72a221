/** Declarations about who is logged in and what they may do, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.security;
