package com.atlassian.sal.api.net;

/**
 * The connection failed: refused, reset, or of an unknown host.
 *
 * <p>Source: dossier 2.3 [P7], constructor [K].
 */
public class ResponseTransportException extends ResponseException {
    private static final long serialVersionUID = 1L;

    public ResponseTransportException(String message, Throwable cause) {
        super(message, cause);
    }
}
