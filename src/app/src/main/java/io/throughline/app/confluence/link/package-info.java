/**
 * Asking the linked Jira about strategy, as the person who reads the page, whatever Jira does. Entry: {@link
 * io.throughline.app.confluence.link.LinkedStrategy}.
 */
@NullMarked
package io.throughline.app.confluence.link;

import org.jspecify.annotations.NullMarked;
