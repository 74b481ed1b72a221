/**
 * What the maps and pages of a plan show of one node: its name, where it leads, and its blocks, ready to print and to draw.
 * Entry: {@link io.throughline.app.confluence.node.Nodes}.
 */
@NullMarked
package io.throughline.app.confluence.node;

import org.jspecify.annotations.NullMarked;
