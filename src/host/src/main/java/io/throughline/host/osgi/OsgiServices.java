package io.throughline.host.osgi;

import io.throughline.host.launch.Services;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** The node's services, registered with OSGi as they are exported. */
public final class OsgiServices implements Services {

    private final BundleContext context;
    private final Map<Class<?>, Object> instances = new ConcurrentHashMap<>();

    public OsgiServices(BundleContext context) {
        this.context = context;
    }

    @Override
    public <T> void export(Class<T> type, T instance) {
        keep(type, instance);
        context.registerService(type, instance, null);
    }

    @Override
    public <T> void exportPerPlugin(Class<T> type, Function<String, T> instanceFor) {
        context.registerService(
                type.getName(),
                new ServiceFactory<T>() {
                    @Override
                    public T getService(Bundle bundle, ServiceRegistration<T> registration) {
                        return instanceFor.apply(bundle.getSymbolicName());
                    }

                    @Override
                    public void ungetService(Bundle bundle, ServiceRegistration<T> registration, T service) {
                        // what the plugin got is closed by whoever made it, when the plugin is disabled
                    }
                },
                null);
    }

    @Override
    public <T> void keep(Class<T> type, T instance) {
        if (instances.putIfAbsent(type, instance) != null) {
            throw new IllegalStateException("two services of type " + type.getName());
        }
    }

    @Override
    public <T> T get(Class<T> type) {
        return find(type).orElseThrow(() -> new IllegalStateException("no service of type " + type.getName()));
    }

    @Override
    public <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(type.cast(instances.get(type)));
    }
}
