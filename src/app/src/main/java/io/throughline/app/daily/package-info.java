/**
 * Days that have passed: what each plan's numbers were, recorded once a day in the cluster, and how a past day is read.
 *
 * <p>The strategy of a past day is read back along the change log; only what follows from Jira's issues has to be
 * recorded, since Jira does not tell how they stood. A day that was missed repeats the one before, and says so.
 */
@NullMarked
package io.throughline.app.daily;

import org.jspecify.annotations.NullMarked;
