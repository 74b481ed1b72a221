package com.atlassian.sal.api.net;

/**
 * Connected, but no bytes came in time.
 *
 * <p>Source: dossier 2.3 [P7], constructor [K].
 */
public class ResponseReadTimeoutException extends ResponseException {
    private static final long serialVersionUID = 1L;

    public ResponseReadTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
