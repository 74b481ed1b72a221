package com.atlassian.confluence.macro;

/**
 * A macro could not be rendered; the message appears, escaped, in the page's error box.
 *
 * <p>Source: dossier 4.1 [C9, V8]
 */
public class MacroExecutionException extends Exception {

    private static final long serialVersionUID = 1L;

    public MacroExecutionException(String message) {
        super(message);
    }

    public MacroExecutionException(Throwable cause) {
        super(cause);
    }

    public MacroExecutionException(String message, Throwable cause) {
        super(message, cause);
    }
}
