package com.atlassian.sal.api.net;

/**
 * No connection was made in time.
 *
 * <p>Source: dossier 2.3 [P7], constructor [K].
 */
public class ResponseConnectTimeoutException extends ResponseException {
    private static final long serialVersionUID = 1L;

    public ResponseConnectTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
