/**
 * What five macros have in common: a head, the two bars, figures, a picture, tables. A macro turns Jira's answer into a
 * {@link io.throughline.app.confluence.sheet.SheetView}, and one template writes all of them on screen, one on paper.
 */
@NullMarked
package io.throughline.app.confluence.sheet;

import org.jspecify.annotations.NullMarked;
