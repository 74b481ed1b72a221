package io.throughline.host.rest;

import io.throughline.host.plugin.Plugin;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Set;
import org.glassfish.hk2.api.Factory;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.InjectionManagerProvider;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.process.internal.RequestScoped;

/** Makes resource objects in the plugin's Spring context; {@code @Context} members are filled by Jersey afterwards. */
final class SpringResources implements Feature {

    private final Plugin plugin;
    private final Set<Class<?>> resources;

    SpringResources(Plugin plugin, Set<Class<?>> resources) {
        this.plugin = plugin;
        this.resources = resources;
    }

    @Override
    public boolean configure(FeatureContext context) {
        InjectionManager jersey = InjectionManagerProvider.getInjectionManager(context);
        context.register(new AbstractBinder() {
            @Override
            protected void configure() {
                // above Jersey's own binding of the class, which would call the constructor itself
                resources.forEach(type -> bindFactory(new FromSpring<>(type, jersey))
                        .to(type)
                        .in(RequestScoped.class)
                        .ranked(Integer.MAX_VALUE));
            }
        });
        return true;
    }

    private final class FromSpring<T> implements Factory<T> {
        private final Class<T> type;
        private final InjectionManager jersey;

        FromSpring(Class<T> type, InjectionManager jersey) {
            this.type = type;
            this.jersey = jersey;
        }

        @Override
        public T provide() {
            T resource = plugin.create(type);
            jersey.inject(resource);
            return resource;
        }

        @Override
        public void dispose(T resource) {
            // plain objects: nothing holds them
        }
    }
}
