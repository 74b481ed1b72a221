package com.atlassian.plugin.util;

/**
 * Which plugin is calling, for the library's timings. The host keeps no timings, so nobody is named.
 *
 * <p>Source: dossier 1.1, tried with Active Objects 6.1.1 [AO6].
 */
public final class PluginKeyStack {
    private PluginKeyStack() {}

    public static String getFirstPluginKey() {
        return null;
    }
}
