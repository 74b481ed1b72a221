package io.throughline.host.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import io.throughline.host.launch.Services;
import io.throughline.host.plugin.ModuleTypes.Module;
import io.throughline.host.plugin.ModuleTypes.ModuleType;
import io.throughline.host.plugin.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.java.ao.ActiveObjectsException;
import net.java.ao.RawEntity;

/**
 * The {@code <ao>} element, and the service each plugin gets for it. The service is there as soon as the plugin starts, because its
 * beans are made first; it works only once the element is enabled.
 */
public final class PluginTables implements ModuleType {
    private final Services services;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    /** @param services what {@link AoModule} needs */
    public PluginTables(Services services) {
        this.services = services;
    }

    /** The service of one plugin. */
    public ActiveObjects of(String pluginKey) {
        return gate(pluginKey).service();
    }

    @Override
    public AutoCloseable enable(Module module) {
        Gate gate = gate(module.plugin().key());
        if (gate.isOpen()) {
            throw new ActiveObjectsException("plugin " + module.plugin().key() + " has more than one <ao> element");
        }
        // A plugin without a namespace gets its own key, as on the platform.
        String namespace = module.xml().attribute("namespace", module.plugin().key());
        gate.open(AoModule.open(
                namespace,
                classes(module, "entity"),
                classes(module, "upgradeTask"),
                task -> module.plugin().create(task.getName(), ActiveObjectsUpgradeTask.class),
                services));
        return gate::close;
    }

    private Gate gate(String pluginKey) {
        return gates.computeIfAbsent(pluginKey, Gate::new);
    }

    @SuppressWarnings("unchecked")
    private static <T> List<Class<? extends T>> classes(Module module, String element) {
        Class<?> wanted = element.equals("entity") ? RawEntity.class : ActiveObjectsUpgradeTask.class;
        List<Class<? extends T>> classes = new ArrayList<>();
        for (Tag tag : module.xml().children(element)) {
            try {
                Class<?> type = Class.forName(tag.text(), true, module.plugin().classLoader());
                if (!wanted.isAssignableFrom(type)) {
                    throw new ActiveObjectsException(
                            "<" + element + "> " + tag.text() + " is not a " + wanted.getName());
                }
                classes.add((Class<? extends T>) type);
            } catch (ClassNotFoundException absent) {
                throw new ActiveObjectsException("<" + element + "> " + tag.text() + " is not in the plugin", absent);
            }
        }
        return classes;
    }
}
