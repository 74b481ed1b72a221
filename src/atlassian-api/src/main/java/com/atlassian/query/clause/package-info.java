/** Declarations about conditions of JQL, as the app calls them; compile-only, each type names its source. */
package com.atlassian.query.clause;
