package com.atlassian.sal.api.net;

import jakarta.annotation.Nullable;
import java.io.InputStream;
import java.util.Map;

/**
 * The answer to a request.
 *
 * <p>Source: dossier 2.3 [S6, read complete].
 */
public interface Response {
    int getStatusCode();

    String getResponseBodyAsString() throws ResponseException;

    InputStream getResponseBodyAsStream() throws ResponseException;

    String getStatusText();

    boolean isSuccessful();

    @Nullable
    String getHeader(String name);

    Map<String, String> getHeaders();
}
