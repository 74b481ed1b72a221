/** REST on Confluence's side, below {@code /rest/throughline/1.0}: changing macros on a page, settings of all macros. */
@NullMarked
package io.throughline.app.confluence.rest;

import org.jspecify.annotations.NullMarked;
