package com.atlassian.sal.api.net;

/**
 * An answer with a status that {@link Request#execute()} cannot give back as text.
 *
 * <p>Source: dossier 2.3 [P7], constructor and getter [K].
 */
public class ResponseStatusException extends ResponseException {
    private static final long serialVersionUID = 1L;
    private final transient Response response;

    public ResponseStatusException(String message, Response response) {
        super(message);
        this.response = response;
    }

    public Response getResponse() {
        return response;
    }
}
