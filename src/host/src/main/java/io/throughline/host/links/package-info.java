/**
 * Application links between the embedded products: real HTTP calls, made as the viewing user. Start at {@link
 * io.throughline.host.links.LinkTokens}, which both ends of a link share.
 */
package io.throughline.host.links;
