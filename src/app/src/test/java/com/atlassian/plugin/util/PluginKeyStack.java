package com.atlassian.plugin.util;

/** Wanted by the Active Objects library and served by no registry. */
public final class PluginKeyStack {
    private PluginKeyStack() {}

    public static String getFirstPluginKey() {
        return null;
    }
}
