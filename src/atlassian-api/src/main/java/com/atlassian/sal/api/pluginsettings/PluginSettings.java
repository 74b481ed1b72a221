package com.atlassian.sal.api.pluginsettings;

import jakarta.annotation.Nullable;

/**
 * Small values by key: String, List or Map of strings, Properties. Take a new instance for each use.
 *
 * <p>Source: dossier 2.3 [P7].
 */
public interface PluginSettings {
    @Nullable
    Object get(String key);

    @Nullable
    Object put(String key, Object value);

    @Nullable
    Object remove(String key);
}
