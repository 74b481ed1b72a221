package io.throughline.host.confluence.content;

/**
 * A page in its tree, without its body.
 *
 * @param parent 0 at the top
 */
public record PageEntry(long id, long parent, String title) {}
