package io.throughline.host.confluence.content;

import java.time.Instant;

/**
 * The current version of a page.
 *
 * @param parent id of the page above it, 0 at the top of its space
 * @param body storage format
 * @param version 1 for a new page
 * @param comment what the last editor said about the change, may be empty
 */
public record WikiPage(
        long id,
        WikiSpace space,
        long parent,
        String title,
        String body,
        int version,
        String creator,
        Instant created,
        String modifier,
        Instant modified,
        String comment) {}
