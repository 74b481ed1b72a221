/**
 * The {@code strategy-map} macro: perspectives as bands, objectives as cards, arrows from causes to effects. Jira lays it
 * out; here it is drawn, and told as a list where a drawing cannot be read. Entry: {@link io.throughline.app.confluence.map.MapMacro}.
 */
@NullMarked
package io.throughline.app.confluence.map;

import org.jspecify.annotations.NullMarked;
