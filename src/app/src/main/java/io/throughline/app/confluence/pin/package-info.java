/**
 * Holding a macro on a page: pinned to a day, or frozen into plain content. Changes storage format that a caller sends and
 * gets back; the page itself is saved by whoever edits it, over Confluence's own REST, which knows rights, versions and
 * read-only mode. Entry: {@link io.throughline.app.confluence.pin.MacroEdits}.
 */
@NullMarked
package io.throughline.app.confluence.pin;

import org.jspecify.annotations.NullMarked;
