/**
 * Work that serves nothing, and strategy that nothing serves. {@link io.throughline.core.orphans.OrphanScan} reads all open
 * work once, splits it into aligned, orphan and exempt, and lists the orphans by kind;
 * {@link io.throughline.core.orphans.StrategyGaps} looks the other way, from objectives, KPIs and links.
 */
@NullMarked
package io.throughline.core.orphans;

import org.jspecify.annotations.NullMarked;
