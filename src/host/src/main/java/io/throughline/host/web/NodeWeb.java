package io.throughline.host.web;

import com.atlassian.webresource.api.assembler.PageBuilderService;
import io.throughline.host.launch.Users;
import io.throughline.host.plugin.ModuleTypes;
import io.throughline.host.plugin.Plugins;
import io.throughline.host.plugin.Texts;
import io.throughline.host.rest.RestModules;
import io.throughline.host.velocity.VelocityTemplates;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/** The HTTP server of a node with everything mounted on it. */
public final class NodeWeb implements WebTree, AutoCloseable {

    private static final String STATUS = "/status";
    private static final EnumSet<DispatcherType> REQUESTS = EnumSet.of(DispatcherType.REQUEST);

    private final Server server;
    private final ServletContextHandler context;
    private final Plugins plugins;
    private final Users users;
    private final RestModules rest;
    private final WebResources resources = new WebResources();
    private final RequestResources required;
    private final VelocityTemplates templates;
    private final Fragments fragments;
    private final StatusServlet status = new StatusServlet();
    private final List<Function<HttpServletRequest, Optional<String>>> authenticators = new CopyOnWriteArrayList<>();
    private volatile Decorator decorator;

    /**
     * @param settings where to listen
     * @param locale of the user on this thread
     */
    public NodeWeb(Settings settings, Plugins plugins, Users users, Texts texts, Supplier<Locale> locale) {
        this.plugins = plugins;
        this.users = users;
        server = server(settings.port);
        context = new ServletContextHandler(settings.contextPath, ServletContextHandler.SESSIONS);
        context.getSessionHandler().setSessionCookie(settings.sessionCookie);
        context.getSessionHandler().setHttpOnly(true);
        context.getSessionHandler().setSameSite(org.eclipse.jetty.http.HttpCookie.SameSite.LAX);
        context.setErrorHandler(new ErrorAnswers());
        server.setErrorHandler(new ErrorAnswers());
        server.setHandler(new SwallowedBodies(new ContextHandlerCollection(context, aboveAll())));
        rest = new RestModules(users);
        required = new RequestResources(resources, users, locale);
        templates = new VelocityTemplates(
                plugins,
                () -> java.util.Map.of("i18n", new TemplateTexts(texts, locale), "baseurl", settings.contextPath));
        fragments = new Fragments(templates, texts, locale);
        HostResources.addTo(resources);
        mountPlatform(settings, texts);
    }

    /** @param sessionCookie differs between nodes on one machine: cookies do not know ports */
    public record Settings(int port, String contextPath, String sessionCookie, String productName) {}

    private static Server server(int port) {
        Server server = new Server();
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setPort(port);
        server.addConnector(connector);
        return server;
    }

    /** The server without the product's path: {@code /status} for who knows the port only, nothing else. */
    private ServletContextHandler aboveAll() {
        ServletContextHandler root = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        root.addServlet(new ServletHolder(status), STATUS);
        root.setErrorHandler(new ErrorAnswers());
        return root;
    }

    private void mountPlatform(Settings settings, Texts texts) {
        PluginServlets servlets = new PluginServlets(users);
        context.addServlet(new ServletHolder(status), STATUS);
        addFilters();
        LoginPages login = new LoginPages(users, settings.productName);
        for (String path : List.of("/login", "/logout", "/switch-user")) {
            context.addServlet(new ServletHolder(login), path);
        }
        ResourceServlet files = new ResourceServlet(resources, plugins, texts);
        context.addServlet(new ServletHolder(files), "/download/*");
        context.addServlet(new ServletHolder(files), "/s/*");
        context.addServlet(atStart(servlets), PluginServlets.PREFIX + "/*");
        context.addServlet(atStart(rest), "/rest/*");
        ModuleTypes types = plugins.moduleTypes();
        types.register("servlet", servlets);
        types.register("rest", rest);
        types.register("web-resource", new WebResourceModules(resources));
        fragments.registerTypes(types);
    }

    private void addFilters() {
        PluginFilters ofPlugins = new PluginFilters(context::getServletContext);
        plugins.moduleTypes().register("servlet-filter", ofPlugins);
        List<Filter> inOrder = List.of(
                new CompressionFilter(),
                ofPlugins.at(PluginFilters.Location.AFTER_ENCODING, PluginFilters.Location.BEFORE_LOGIN),
                new UserFilter(users, authenticators),
                ofPlugins.at(PluginFilters.Location.BEFORE_DECORATION),
                new DecorationFilter(() -> decorator, required),
                ofPlugins.at(PluginFilters.Location.BEFORE_DISPATCH));
        inOrder.forEach(filter -> context.addFilter(new FilterHolder(filter), "/*", REQUESTS));
    }

    /** Plugins are enabled before the first request comes, and their servlets need the context of these. */
    private static ServletHolder atStart(HttpServlet servlet) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setInitOrder(1);
        return holder;
    }

    /** The server answers from here on, {@code /status} with STARTING. */
    public void start() {
        try {
            server.start();
        } catch (Exception broken) {
            throw new IllegalStateException("the web server does not start: " + broken.getMessage(), broken);
        }
    }

    /** {@code /status} answers RUNNING from here on. */
    public void running() {
        status.running();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception broken) {
            throw new IllegalStateException("the web server does not stop", broken);
        }
    }

    public WebFragments fragments() {
        return fragments;
    }

    public VelocityTemplates templates() {
        return templates;
    }

    public PageBuilderService pageBuilder() {
        return required;
    }

    @Override
    public void servlet(String path, HttpServlet servlet, Login login) {
        ServletHolder holder = new ServletHolder(servlet);
        Optional.ofNullable(servlet.getClass().getAnnotation(MultipartConfig.class))
                .map(MultipartConfigElement::new)
                .ifPresent(holder.getRegistration()::setMultipartConfig);
        context.addServlet(holder, path);
        if (login == Login.REQUIRED) {
            context.addFilter(new FilterHolder(new LoginRequired(users)), path, REQUESTS);
        }
    }

    @Override
    public void rest(String path, Object... resourcesAndProviders) {
        rest.mountHost(path, resourcesAndProviders);
    }

    @Override
    public void restFilter(Supplier<ContainerRequestFilter> filter) {
        rest.filter(filter);
    }

    @Override
    public void files(String path, String classPathFolder) {
        context.addServlet(new ServletHolder(new FilesServlet(classPathFolder)), path + "/*");
    }

    @Override
    public void resource(WebResource resource) {
        resources.add(resource);
    }

    @Override
    public void authenticator(Function<HttpServletRequest, Optional<String>> userOf) {
        authenticators.add(userOf);
    }

    @Override
    public void decorator(Decorator chrome) {
        decorator = chrome;
    }

    @Override
    public ModuleTypes moduleTypes() {
        return plugins.moduleTypes();
    }
}
