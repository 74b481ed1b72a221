package io.throughline.host.plugin;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import io.throughline.host.ao.AoModule;
import io.throughline.host.launch.Services;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.java.ao.RawEntity;

/**
 * The module type {@code <ao>}, and the {@code ActiveObjects} service that each plugin sees as its own. It can be imported at once
 * but works only after the plugin is enabled far enough (dossier, trap 9).
 */
public final class AoModules implements ModuleTypes.ModuleType {

    private final Services services;
    private final Map<String, ActiveObjects> open = new ConcurrentHashMap<>();

    public AoModules(Services services) {
        this.services = services;
    }

    @Override
    public AutoCloseable enable(ModuleTypes.Module module) {
        Plugin plugin = module.plugin();
        if (open.containsKey(plugin.key())) {
            throw new IllegalStateException("plugin " + plugin.key() + " has more than one <ao> module");
        }
        List<Class<? extends RawEntity<?>>> entities = new ArrayList<>();
        for (Tag entity : module.xml().children("entity")) {
            entities.add(entityClass(plugin.load(entity.text())));
        }
        List<Class<? extends ActiveObjectsUpgradeTask>> tasks = new ArrayList<>();
        for (Tag task : module.xml().children("upgradeTask")) {
            tasks.add(plugin.load(task.text()).asSubclass(ActiveObjectsUpgradeTask.class));
        }
        String namespace = module.xml().attribute("namespace", plugin.key());
        ActiveObjects opened = InContext.call(
                plugin.classLoader(), () -> AoModule.open(namespace, entities, tasks, plugin::create, services));
        open.put(plugin.key(), opened);
        return () -> open.remove(plugin.key());
    }

    /** What the plugin of that key gets when it imports {@code ActiveObjects}. */
    public ActiveObjects serviceFor(String pluginKey) {
        return (ActiveObjects) Proxy.newProxyInstance(
                AoModules.class.getClassLoader(), new Class<?>[] {ActiveObjects.class}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return switch (method.getName()) {
                            case "equals" -> proxy == arguments[0];
                            case "hashCode" -> System.identityHashCode(proxy);
                            default -> "ActiveObjects of " + pluginKey;
                        };
                    }
                    ActiveObjects target = open.get(pluginKey);
                    if (target == null) {
                        throw new IllegalStateException(
                                "ActiveObjects of plugin " + pluginKey + " used before its ao module is enabled");
                    }
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends RawEntity<?>> entityClass(Class<?> type) {
        return (Class<? extends RawEntity<?>>) type.asSubclass(RawEntity.class);
    }
}
