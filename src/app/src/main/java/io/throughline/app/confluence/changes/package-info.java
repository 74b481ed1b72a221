/** What was changed about a plan. Entry: {@link io.throughline.app.confluence.changes.ChangesMacro}. */
@NullMarked
package io.throughline.app.confluence.changes;

import org.jspecify.annotations.NullMarked;
