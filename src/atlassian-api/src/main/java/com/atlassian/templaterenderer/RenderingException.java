package com.atlassian.templaterenderer;

/**
 * A template could not be rendered.
 *
 * <p>Source: dossier 2.4 [P7], constructors [K].
 */
public class RenderingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RenderingException(String message) {
        super(message);
    }

    public RenderingException(String message, Throwable cause) {
        super(message, cause);
    }
}
