package io.throughline.host.rest;

import io.throughline.host.launch.Users;
import io.throughline.host.plugin.InContext;
import io.throughline.host.plugin.ModuleTypes;
import io.throughline.host.plugin.Plugin;
import io.throughline.host.plugin.Tag;
import io.throughline.host.web.ModuleConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /rest/*}: the module type {@code <rest>} and the products' own REST. {@code path="/acme" version="1.0"} answers under
 * {@code /rest/acme/1.0} and, as there is only one version here, under {@code /rest/acme/latest}.
 */
public final class RestModules extends HttpServlet implements ModuleTypes.ModuleType {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RestModules.class);
    private static final String ROOT = "/rest";

    /** Jersey warns that a resource given as an instance is "ignored as a provider", which is what should happen. Held, or it is lost. */
    private static final java.util.logging.Logger OF_PROVIDERS =
            java.util.logging.Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

    static {
        OF_PROVIDERS.setLevel(java.util.logging.Level.SEVERE);
    }

    private final transient Users users;
    private final transient Map<String, Mounted> byPath = new ConcurrentHashMap<>();

    private final transient Map<String, ResourceConfig> ofProduct = new LinkedHashMap<>();

    private final transient List<Supplier<ContainerRequestFilter>> filters = new CopyOnWriteArrayList<>();

    private record Mounted(ServletContainer jersey, ClassLoader loader) {}

    public RestModules(Users users) {
        this.users = users;
    }

    /** The product's, before everything that is mounted from now on. */
    public void filter(Supplier<ContainerRequestFilter> filter) {
        filters.add(filter);
    }

    @Override
    public AutoCloseable enable(ModuleTypes.Module module) throws Exception {
        Plugin plugin = module.plugin();
        List<String> packages =
                module.xml().children("package").stream().map(Tag::text).toList();
        Set<Class<?>> classes = ScannedClasses.in(plugin, packages);
        Set<Class<?>> resources = new LinkedHashSet<>();
        Set<Class<?>> providers = new LinkedHashSet<>();
        classes.forEach(type -> (type.isAnnotationPresent(Path.class) ? resources : providers).add(type));
        if (resources.isEmpty()) {
            LOG.warn("REST module {} has no resource in {}", module.completeKey(), packages);
        }
        ResourceConfig config = standard();
        config.setClassLoader(plugin.classLoader());
        resources.stream().filter(type -> !type.isInterface()).forEach(config::register);
        providers.forEach(type -> config.register(plugin.create(type)));
        config.register(new SpringResources(plugin, resources));
        return mount(paths(module.xml()), config, plugin.classLoader(), module.completeKey());
    }

    /** The product's own resources, as instances; before the server starts. */
    public void mountHost(String path, Object... resourcesAndProviders) {
        ResourceConfig config = standard();
        List<Object> resources = Stream.of(resourcesAndProviders)
                .filter(part -> part.getClass().isAnnotationPresent(Path.class))
                .toList();
        // by class and binding: Jersey warns about every resource that is registered as an object
        resources.forEach(resource -> config.register(resource.getClass()));
        config.register(new Instances(resources));
        Stream.of(resourcesAndProviders)
                .filter(part -> !resources.contains(part))
                .forEach(config::register);
        ofProduct.put(path, config);
    }

    /** Jersey needs the servlet context, which is there only now. */
    @Override
    public void init() throws ServletException {
        for (Map.Entry<String, ResourceConfig> entry : ofProduct.entrySet()) {
            mount(List.of(entry.getKey()), entry.getValue(), RestModules.class.getClassLoader(), entry.getKey());
        }
    }

    private ResourceConfig standard() {
        ResourceConfig config = new ResourceConfig();
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        // a resource's own 404 keeps its body instead of the servlet container's error page
        config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        config.register(new JsonMapping());
        config.register(new AccessFilter(users));
        config.register(new XsrfFilter());
        filters.forEach(each -> config.register(each.get()));
        return config;
    }

    private static List<String> paths(Tag xml) {
        String path =
                xml.attribute("path").orElseThrow(() -> new IllegalArgumentException("a rest module needs a path"));
        String base = ROOT + (path.startsWith("/") ? path : "/" + path);
        String version = xml.attribute("version", "none");
        return version.equals("none") ? List.of(base) : List.of(base + "/" + version, base + "/latest");
    }

    private AutoCloseable mount(List<String> paths, ResourceConfig config, ClassLoader loader, String name)
            throws ServletException {
        for (String path : paths) {
            if (byPath.containsKey(path)) {
                throw new IllegalStateException("two REST modules at " + path);
            }
        }
        ServletContainer jersey = new ServletContainer(config);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Jersey looks its own parts up by the thread's loader; a bundle does not see them
        thread.setContextClassLoader(RestModules.class.getClassLoader());
        try {
            jersey.init(new ModuleConfig(name, getServletContext(), Map.of()));
        } finally {
            thread.setContextClassLoader(before);
        }
        Mounted mounted = new Mounted(jersey, loader);
        paths.forEach(path -> byPath.put(path, mounted));
        return () -> {
            paths.forEach(byPath::remove);
            InContext.run(loader, jersey::destroy);
        };
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String full = request.getRequestURI().substring(request.getContextPath().length());
        for (String path = full; path.length() > ROOT.length(); path = path.substring(0, path.lastIndexOf('/'))) {
            Mounted mounted = byPath.get(path);
            if (mounted != null) {
                call(mounted, new Below(request, path, full), response);
                return;
            }
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private static void call(Mounted mounted, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(mounted.loader);
        try {
            mounted.jersey.service(request, response);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Resources that exist already and serve every request. */
    private static final class Instances extends AbstractBinder {
        private final List<Object> resources;

        Instances(List<Object> resources) {
            this.resources = resources;
        }

        @Override
        protected void configure() {
            resources.forEach(this::bindAsItself);
        }

        @SuppressWarnings("unchecked") // the class of an object is a class of its type
        private <T> void bindAsItself(T resource) {
            bind(resource).to((Class<T>) resource.getClass()).ranked(Integer.MAX_VALUE);
        }
    }

    /** The path as Jersey would see it if it were mapped there itself. */
    private static final class Below extends HttpServletRequestWrapper {
        private final String fixed;
        private final String full;

        Below(HttpServletRequest request, String fixed, String full) {
            super(request);
            this.fixed = fixed;
            this.full = full;
        }

        @Override
        public String getServletPath() {
            return fixed;
        }

        @Override
        public String getPathInfo() {
            return full.length() > fixed.length() ? full.substring(fixed.length()) : null;
        }
    }
}
