package io.throughline.host.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The plugins of a node. All changes are made one after the other. */
public interface Plugins {

    /**
     * Checks the signature beside the file ({@code x.jar.sig}), installs, starts and enables it; a plugin of that key that is
     * already there is upgraded.
     *
     * @throws PluginRefused with the reason for a person
     */
    Plugin install(Path jar);

    List<Plugin> all();

    Optional<Plugin> find(String key);

    void enable(String key);

    /** Until it is enabled again, restarts included. */
    void disable(String key);

    /** @throws IllegalArgumentException if the plugin has no such module */
    void enableModule(String key, String moduleKey);

    void disableModule(String key, String moduleKey);

    void uninstall(String key);

    ModuleTypes moduleTypes();
}
