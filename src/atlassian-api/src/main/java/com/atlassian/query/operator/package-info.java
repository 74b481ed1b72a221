/** Declarations about operators of JQL, as the app calls them; compile-only, each type names its source. */
package com.atlassian.query.operator;
