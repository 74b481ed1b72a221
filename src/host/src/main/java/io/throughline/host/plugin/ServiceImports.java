package io.throughline.host.plugin;

import java.beans.Introspector;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Turns the {@code imports} index of a plugin into beans that stand for OSGi services. */
final class ServiceImports {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceImports.class);
    private static final long POLL_MILLIS = 25;

    private final Bundle bundle;
    private final long patienceMillis;
    private final Set<String> taken = new HashSet<>();

    /** @param patienceMillis how long a mandatory service may take to appear before the plugin fails */
    ServiceImports(Bundle bundle, long patienceMillis) {
        this.bundle = bundle;
        this.patienceMillis = patienceMillis;
    }

    /** @throws PluginRefused naming a service that did not appear in time */
    void register(List<ScannerIndexes.Line> lines, ConfigurableListableBeanFactory beans) {
        for (ScannerIndexes.Line line : lines) {
            Class<?> type;
            try {
                type = bundle.loadClass(line.className());
            } catch (ClassNotFoundException | LinkageError notHere) {
                LOG.warn("Unable to load class '{}' for component importation purposes. Skipping.", line.className());
                continue;
            }
            String name = line.more().orElseGet(() -> defaultName(type));
            if (!taken.add(name)) {
                throw new PluginRefused("two imports of " + bundle.getSymbolicName() + " have the bean name " + name);
            }
            beans.registerSingleton(name, stub(type, waitFor(type)));
        }
    }

    /** Decapitalised simple name; the full name when another import has that already. */
    private String defaultName(Class<?> type) {
        String name = Introspector.decapitalize(type.getSimpleName());
        return taken.contains(name) ? type.getName() : name;
    }

    private ServiceReference<?> waitFor(Class<?> type) {
        long end = System.nanoTime() + patienceMillis * 1_000_000;
        while (true) {
            ServiceReference<?> reference = bundle.getBundleContext().getServiceReference(type.getName());
            if (reference != null) {
                return reference;
            }
            if (System.nanoTime() > end) {
                throw new PluginRefused("the service " + type.getName() + " that " + bundle.getSymbolicName()
                        + " imports did not appear within " + patienceMillis + " ms");
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new PluginRefused("interrupted while waiting for " + type.getName());
            }
        }
    }

    /** An interface gets a proxy, as on the platform; a service whose type is a class is handed over as it is. */
    private Object stub(Class<?> type, ServiceReference<?> reference) {
        Object service = bundle.getBundleContext().getService(reference);
        if (!type.isInterface()) {
            return service;
        }
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> "service " + type.getName() + " imported by " + bundle.getSymbolicName();
                };
            }
            try {
                return method.invoke(service, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }
}
