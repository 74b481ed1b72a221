/**
 * The work as the roll-up sees it: issues as columns of numbers, without text, without Jira.
 *
 * <p>{@link io.throughline.core.work.WorkIndex} takes {@link io.throughline.core.work.WorkItem}s in any order and hands
 * out a {@link io.throughline.core.work.WorkView}: a window on them as they are when asked, with all that does not
 * depend on a strategy already decided (who is live, who carries size, which parents are stale) under one set of
 * {@link io.throughline.core.work.WorkRules}.
 */
@NullMarked
package io.throughline.core.work;

import org.jspecify.annotations.NullMarked;
