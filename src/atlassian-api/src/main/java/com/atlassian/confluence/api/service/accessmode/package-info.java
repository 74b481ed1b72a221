/** Confluence's read-only mode. */
package com.atlassian.confluence.api.service.accessmode;
