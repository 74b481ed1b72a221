package io.throughline.app.web;

import java.util.UUID;

/** What a reader is told of a failure, and finds again in the log. */
public final class Reference {
    private Reference() {}

    /** Six hexadecimal digits. */
    public static String next() {
        return UUID.randomUUID().toString().substring(0, 6);
    }
}
