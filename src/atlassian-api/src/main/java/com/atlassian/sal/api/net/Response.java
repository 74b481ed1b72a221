package com.atlassian.sal.api.net;

import jakarta.annotation.Nullable;
import java.io.InputStream;

/**
 * The answer to a request.
 *
 * <p>Source: dossier 2.3 [S6, read complete].
 */
public interface Response {
    int getStatusCode();

    String getResponseBodyAsString() throws ResponseException;

    InputStream getResponseBodyAsStream() throws ResponseException;

    boolean isSuccessful();

    /** Null when there is none. */
    @Nullable
    String getHeader(String name);
}
