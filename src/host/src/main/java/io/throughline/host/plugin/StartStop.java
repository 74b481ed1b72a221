package io.throughline.host.plugin;

import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.sal.api.upgrade.PluginUpgradeTask;
import io.throughline.host.launch.Services;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs upgrade tasks and calls {@code LifecycleAware}, and like SAL only on OSGi services: a bean that merely implements the
 * interface is not found. Starts wait until the node itself has started.
 */
final class StartStop {

    private static final Logger LOG = LoggerFactory.getLogger(StartStop.class);

    private final Services hostServices;
    private final Set<String> started = new HashSet<>();
    private boolean nodeIsUp;

    StartStop(Services hostServices) {
        this.hostServices = hostServices;
    }

    /** The node has started; from now on plugins start as they are enabled. */
    void nodeIsUp() {
        nodeIsUp = true;
    }

    void start(BundlePlugin plugin) {
        if (nodeIsUp && plugin.isEnabled() && started.add(plugin.key())) {
            List<PluginUpgradeTask> tasks = services(plugin.bundle(), PluginUpgradeTask.class);
            if (!tasks.isEmpty()) {
                InContext.run(plugin.classLoader(), () -> UpgradeTasks.run(plugin, tasks, hostServices));
            }
            each(plugin, LifecycleAware::onStart, "onStart");
        }
    }

    void stop(BundlePlugin plugin) {
        if (started.remove(plugin.key())) {
            each(plugin, LifecycleAware::onStop, "onStop");
        }
    }

    private static void each(BundlePlugin plugin, Consumer<LifecycleAware> call, String what) {
        for (LifecycleAware service : services(plugin.bundle(), LifecycleAware.class)) {
            try {
                InContext.run(plugin.classLoader(), () -> call.accept(service));
            } catch (RuntimeException | LinkageError failed) {
                LOG.error(
                        "{} of {} in plugin {} failed", what, service.getClass().getName(), plugin.key(), failed);
            }
        }
    }

    private static <T> List<T> services(Bundle bundle, Class<T> type) {
        List<T> found = new ArrayList<>();
        ServiceReference<?>[] exported = bundle.getRegisteredServices();
        for (ServiceReference<?> reference : exported == null ? new ServiceReference<?>[0] : exported) {
            List<String> types = List.of((String[]) reference.getProperty("objectClass"));
            Object service = bundle.getBundleContext().getService(reference);
            if (types.contains(type.getName()) && type.isInstance(service)) {
                found.add(type.cast(service));
            }
        }
        return found;
    }
}
