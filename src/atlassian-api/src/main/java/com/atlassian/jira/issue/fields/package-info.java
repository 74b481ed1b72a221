/** Declarations about custom fields, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.issue.fields;
