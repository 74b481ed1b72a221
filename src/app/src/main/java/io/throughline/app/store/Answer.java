package io.throughline.app.store;

import org.jspecify.annotations.Nullable;

/**
 * What a creating call answered, kept so that a repetition gets the very same.
 *
 * @param status HTTP status
 * @param location path of what was created, relative to the collection
 * @param etag without quotes
 * @param body JSON
 */
public record Answer(
        int status, @Nullable String location, @Nullable String etag, String body) {}
