/** Declarations about the logger that Jira takes, as the app calls it; compile-only, each type names its source. */
package org.apache.log4j;
