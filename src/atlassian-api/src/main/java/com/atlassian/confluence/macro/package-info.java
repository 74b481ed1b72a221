/** Confluence's macro API: what a plugin implements so that a page can name it in storage format. */
package com.atlassian.confluence.macro;
