/** What administrators of Confluence decide about strategy on pages, as a page of its administration. */
@NullMarked
package io.throughline.app.confluence.admin;

import org.jspecify.annotations.NullMarked;
