/** Confluence pages and how a plugin finds them. */
package com.atlassian.confluence.pages;
