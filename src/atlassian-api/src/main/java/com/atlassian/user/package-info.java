/** The user type that Confluence's permission checks take. */
package com.atlassian.user;
