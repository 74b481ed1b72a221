package io.throughline.app.live;

import java.time.Instant;

/**
 * What a comparison of the whole work index with Jira found. Everything that differed was mended by it.
 *
 * @param at when it ended
 * @param compared issues that were read again
 * @param found issues that differed though nobody had announced a change of them: changed, new or gone
 */
public record Drift(Instant at, long compared, long found) {}
