package com.atlassian.plugin;

/**
 * A module that its descriptor cannot accept.
 *
 * <p>Source: dossier 2.4 [V8]
 */
public class PluginParseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PluginParseException(String message) {
        super(message);
    }

    public PluginParseException(String message, Throwable cause) {
        super(message, cause);
    }
}
