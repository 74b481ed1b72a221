package io.throughline.host.plugin;

/** A JAR that the node does not install or cannot enable; the message says why. */
public final class PluginRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PluginRefused(String message) {
        super(message);
    }

    public PluginRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
