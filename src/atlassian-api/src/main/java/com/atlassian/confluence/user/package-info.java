/** Confluence users and the user that the current thread acts for. */
package com.atlassian.confluence.user;
