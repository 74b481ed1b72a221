/**
 * Where the cards and arrows of a strategy map stand. {@link io.throughline.app.map.MapLayouts} is asked; rows are ours,
 * order, places and routes are made by the layered layout of the Eclipse Layout Kernel, which no other room knows.
 */
@NullMarked
package io.throughline.app.map;

import org.jspecify.annotations.NullMarked;
