package com.atlassian.sal.api.net;

/**
 * Makes a value of an answer.
 *
 * <p>Source: dossier 2.3 [P7].
 */
public interface ReturningResponseHandler<T extends Response, R> {
    R handle(T response) throws ResponseException;
}
