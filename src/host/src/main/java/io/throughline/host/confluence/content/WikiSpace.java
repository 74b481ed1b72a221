package io.throughline.host.confluence.content;

import java.time.Instant;

/**
 * A space.
 *
 * @param homePage id of its first page
 */
public record WikiSpace(
        long id, String key, String name, String description, long homePage, String creator, Instant created) {}
