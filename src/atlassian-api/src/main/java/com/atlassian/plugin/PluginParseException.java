package com.atlassian.plugin;

/**
 * What a descriptor says cannot be used.
 *
 * <p>Source: dossier 2.4 [V8], constructors [K].
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
