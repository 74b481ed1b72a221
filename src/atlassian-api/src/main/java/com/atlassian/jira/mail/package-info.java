/** Declarations of Jira's mail; compile-only, each type names its source. */
package com.atlassian.jira.mail;
