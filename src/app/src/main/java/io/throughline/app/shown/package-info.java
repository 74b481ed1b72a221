/**
 * Which Confluence pages show a thing of the strategy. Confluence is asked over the application link as the person who asks, each time:
 * its own search knows which pages have our macros and which of them that person may see, also after a space was imported or restored,
 * so no index is kept that could be behind it. Loaded in Jira only. Entry: {@code ShownPages}.
 */
@NullMarked
package io.throughline.app.shown;

import org.jspecify.annotations.NullMarked;
