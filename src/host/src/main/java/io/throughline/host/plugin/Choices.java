package io.throughline.host.plugin;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import io.throughline.host.launch.Services;
import java.util.Optional;
import java.util.UUID;

/**
 * What administrators switched on or off, of plugins and of single modules; kept in the database, so that it outlives a restart and
 * holds for nodes that start later. Without a choice the descriptor decides.
 */
final class Choices {

    private static final String SPACE = "host.plugin-choices";
    private static final String ON = "enabled";
    private static final String GONE = "uninstalled";

    /** Beside the choices: another word after every change, so that nodes need to look at one row only. */
    private static final String REVISION = "#revision";

    private final Services services;

    Choices(Services services) {
        this.services = services;
    }

    /** @param key of a plugin, or the complete key of a module */
    Optional<Boolean> of(String key) {
        return Optional.ofNullable(settings().get(name(key))).map(ON::equals);
    }

    void choose(String key, boolean isOn) {
        settings().put(name(key), isOn ? ON : "disabled");
        changed();
    }

    /** The descriptor decides again. */
    void forget(String key) {
        settings().remove(name(key));
        changed();
    }

    /** Running nodes take the plugin away; whoever installs it again is free to. */
    void uninstall(String key) {
        settings().put(name(key), GONE);
        changed();
    }

    boolean isUninstalled(String key) {
        return GONE.equals(settings().get(name(key)));
    }

    private void changed() {
        settings().put(REVISION, UUID.randomUUID().toString());
    }

    /** Differs from the one before when anything was changed on any node. */
    String revision() {
        return String.valueOf(settings().get(REVISION));
    }

    private PluginSettings settings() {
        return services.get(PluginSettingsFactory.class).createSettingsForKey(SPACE);
    }

    /** The names of settings may not be long; keys of modules may. */
    private static String name(String key) {
        return key.length() <= 90 ? key : key.substring(0, 80) + "#" + Integer.toHexString(key.hashCode());
    }
}
