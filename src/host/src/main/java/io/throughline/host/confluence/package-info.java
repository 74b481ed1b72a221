/**
 * The embedded Confluence: spaces, pages in storage format, macros, REST and pages to look at. Entry: {@link
 * io.throughline.host.confluence.ConfluenceProduct}.
 */
package io.throughline.host.confluence;
