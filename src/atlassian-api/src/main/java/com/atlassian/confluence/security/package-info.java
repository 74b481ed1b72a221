/** Who may do what with Confluence content. */
package com.atlassian.confluence.security;
