/**
 * The live roll-up: the work index of this node, filled in the background and kept current, and the scores made from it.
 * Product-neutral; Jira's side is behind {@link io.throughline.app.live.WorkSource}.
 */
@NullMarked
package io.throughline.app.live;

import org.jspecify.annotations.NullMarked;
