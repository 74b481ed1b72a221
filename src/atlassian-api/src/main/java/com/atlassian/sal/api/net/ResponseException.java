package com.atlassian.sal.api.net;

/**
 * No answer came, or none that can be read.
 *
 * <p>Source: dossier 2.3 [P7], constructors [K].
 */
public class ResponseException extends Exception {
    private static final long serialVersionUID = 1L;

    public ResponseException(String message, Throwable cause) {
        super(message, cause);
    }

    public ResponseException(String message) {
        super(message);
    }
}
