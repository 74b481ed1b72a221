package com.atlassian.sal.api.pluginsettings;

/**
 * Hands out settings that the product keeps in its database.
 *
 * <p>Source: dossier 2.3 [P7].
 */
public interface PluginSettingsFactory {
    PluginSettings createSettingsForKey(String key);

    PluginSettings createGlobalSettings();
}
