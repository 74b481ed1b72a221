package io.throughline.host.plugin;

import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import org.springframework.beans.BeansException;
import org.springframework.beans.CachedIntrospectionResults;
import org.springframework.beans.factory.xml.DefaultNamespaceHandlerResolver;
import org.springframework.beans.factory.xml.XmlBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.UrlResource;
import org.xml.sax.InputSource;

/**
 * A plugin's own Spring context, made from {@code META-INF/spring/*.xml} with the plugin's class loader. Exports are published
 * after every bean is initialised, and taken back before the first is destroyed.
 */
final class PluginContext implements AutoCloseable {

    private final Bundle bundle;
    private final GenericApplicationContext spring;
    private final List<ServiceRegistration<?>> exports = new ArrayList<>();

    private PluginContext(Bundle bundle, GenericApplicationContext spring) {
        this.bundle = bundle;
        this.spring = spring;
    }

    /**
     * @return empty when the JAR has no {@code META-INF/spring/*.xml}
     * @throws PluginRefused if a bean cannot be made or a service never appears
     */
    static Optional<PluginContext> open(Bundle bundle, ClassLoader loader, String product, long patienceMillis) {
        List<URL> files = files(bundle);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        GenericApplicationContext spring = new GenericApplicationContext();
        spring.setDisplayName(bundle.getSymbolicName());
        spring.setClassLoader(loader);
        spring.getDefaultListableBeanFactory().setBeanClassLoader(loader);
        PluginContext context = new PluginContext(bundle, spring);
        try {
            ScanIndexes handler = new ScanIndexes(bundle, product, new ServiceImports(bundle, patienceMillis));
            context.read(files, handler);
            InContext.run(loader, spring::refresh);
            if (handler.indexes() != null) {
                context.export(handler.indexes().exports());
            }
            return Optional.of(context);
        } catch (BeansException | LinkageError | IllegalStateException failed) {
            context.close();
            throw new PluginRefused(
                    "the Spring context of " + bundle.getSymbolicName() + " failed: " + reason(failed), failed);
        } catch (PluginRefused refused) {
            context.close();
            throw refused;
        }
    }

    <T> T create(Class<T> type) {
        return InContext.call(
                spring.getClassLoader(),
                () -> spring.getAutowireCapableBeanFactory().createBean(type));
    }

    <T> T bean(String name, Class<T> as) {
        return spring.getBean(name, as);
    }

    @Override
    public void close() {
        for (ServiceRegistration<?> export : exports) {
            try {
                export.unregister();
            } catch (IllegalStateException alreadyGone) {
                // the bundle stopped first and took its services with it
            }
        }
        exports.clear();
        spring.close();
        // Spring remembers what it read of classes by their loader, which would keep the whole JAR of a former version
        // in memory
        CachedIntrospectionResults.clearClassLoader(spring.getClassLoader());
    }

    private void read(List<URL> files, ScanIndexes handler) {
        XmlBeanDefinitionReader reader = new XmlBeanDefinitionReader(spring.getDefaultListableBeanFactory());
        DefaultNamespaceHandlerResolver standard =
                new DefaultNamespaceHandlerResolver(PluginContext.class.getClassLoader());
        reader.setValidationMode(XmlBeanDefinitionReader.VALIDATION_NONE);
        reader.setNamespaceAware(true);
        reader.setBeanClassLoader(spring.getClassLoader());
        reader.setEntityResolver((publicId, systemId) -> new InputSource(new java.io.StringReader("")));
        reader.setNamespaceHandlerResolver(uri -> uri.equals(ScanIndexes.NAMESPACE) ? handler : standard.resolve(uri));
        files.forEach(file -> reader.loadBeanDefinitions(new UrlResource(file)));
    }

    private void export(List<ScannerIndexes.Line> lines) {
        for (ScannerIndexes.Line line : lines) {
            Object bean = spring.getBean(loadClass(line.className()));
            String[] interfaces =
                    line.more().map(list -> list.split("\\s*,\\s*")).orElseGet(() -> directInterfaces(bean.getClass()));
            exports.add(bundle.getBundleContext().registerService(interfaces, bean, null));
        }
    }

    private Class<?> loadClass(String name) {
        try {
            return bundle.loadClass(name);
        } catch (ClassNotFoundException missing) {
            throw new PluginRefused(
                    "exported class " + name + " of " + bundle.getSymbolicName() + " does not load", missing);
        }
    }

    private static String[] directInterfaces(Class<?> type) {
        return type.getInterfaces().length == 0
                ? new String[] {type.getName()}
                : Arrays.stream(type.getInterfaces()).map(Class::getName).toArray(String[]::new);
    }

    private static List<URL> files(Bundle bundle) {
        var found = bundle.findEntries("META-INF/spring", "*.xml", false);
        return found == null ? List.of() : Collections.list(found);
    }

    /** What a person needs: our own word where there is one, else what happened and the error at the bottom of it. */
    private static String reason(Throwable failed) {
        Throwable at = failed;
        while (!(at instanceof PluginRefused || at instanceof LinkageError) && at.getCause() != null) {
            at = at.getCause();
        }
        if (at instanceof PluginRefused) {
            return at.getMessage();
        }
        return at == failed ? failed.toString() : failed.getMessage() + " [" + at + "]";
    }
}
