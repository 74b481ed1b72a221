/** Declarations about looking users up, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.user.util;
