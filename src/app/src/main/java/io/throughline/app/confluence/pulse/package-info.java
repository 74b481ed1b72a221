/**
 * <em>Did this make sense?</em> on a page: readers say that they have read it, how clear it is, and a question or an idea. Answers are kept
 * in this Confluence, one for each reader and page; whoever the page is answered to sees them by group and without names. Entries: the
 * pulse macro and its servlet.
 */
@NullMarked
package io.throughline.app.confluence.pulse;

import org.jspecify.annotations.NullMarked;
