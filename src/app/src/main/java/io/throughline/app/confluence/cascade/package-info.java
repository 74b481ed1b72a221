/**
 * The {@code strategy-cascade} macro: from vision and mission over themes, objectives and KPIs down to the work. Entry:
 * {@link io.throughline.app.confluence.cascade.CascadeMacro}.
 */
@NullMarked
package io.throughline.app.confluence.cascade;

import org.jspecify.annotations.NullMarked;
