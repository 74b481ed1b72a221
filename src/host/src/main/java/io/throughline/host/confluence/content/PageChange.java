package io.throughline.host.confluence.content;

/**
 * What a page is to become.
 *
 * @param parent id of the page above it, 0 for the top of its space
 * @param body storage format, already known to be readable
 */
public record PageChange(String title, long parent, String body, String comment) {}
