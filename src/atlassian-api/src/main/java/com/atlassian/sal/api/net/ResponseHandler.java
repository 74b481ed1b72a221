package com.atlassian.sal.api.net;

/**
 * Reads an answer.
 *
 * <p>Source: dossier 2.3 [P7].
 */
public interface ResponseHandler<R extends Response> {
    void handle(R response) throws ResponseException;
}
