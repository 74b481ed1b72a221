/**
 * The {@code strategy-on-a-page} macro: themes as columns, what changed, where to look first, on one sheet. Entry:
 * {@link io.throughline.app.confluence.onapage.OnAPageMacro}.
 */
@NullMarked
package io.throughline.app.confluence.onapage;

import org.jspecify.annotations.NullMarked;
