/** What all Confluence content has in common. */
package com.atlassian.confluence.core;
