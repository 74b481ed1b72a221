/** Confluence spaces. */
package com.atlassian.confluence.spaces;
