/**
 * Spaces and pages as Confluence keeps them: a tree of titles in each space, a body in storage format, every former version. Entry:
 * {@link io.throughline.host.confluence.content.Wiki}.
 */
package io.throughline.host.confluence.content;
