/** How much open work serves no objective. Entry: {@link io.throughline.app.confluence.orphans.OrphansMacro}. */
@NullMarked
package io.throughline.app.confluence.orphans;

import org.jspecify.annotations.NullMarked;
