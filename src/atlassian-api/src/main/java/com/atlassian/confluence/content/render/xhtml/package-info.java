/** The circumstances under which storage format is turned into something a reader sees. */
package com.atlassian.confluence.content.render.xhtml;
