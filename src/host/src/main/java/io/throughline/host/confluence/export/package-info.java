/**
 * Pages as files: PDF by an engine as poor as Confluence's own (no SVG, no flex, grid or custom properties, few fonts), Word, and mail. As in the
 * real product a page is rendered on a thread of its own, with the reader's identity but without a request, no plugin's style sheet or
 * script is there, and pictures are fetched over HTTP as nobody.
 */
package io.throughline.host.confluence.export;
