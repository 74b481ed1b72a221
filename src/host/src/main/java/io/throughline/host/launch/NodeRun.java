package io.throughline.host.launch;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import io.throughline.host.links.HostApplicationLinks;
import io.throughline.host.links.LinkSecret;
import io.throughline.host.links.LinkTokens;
import io.throughline.host.links.LoginDance;
import io.throughline.host.manage.AuditPage;
import io.throughline.host.manage.OutboxPage;
import io.throughline.host.manage.PluginFollower;
import io.throughline.host.manage.PluginManagerPage;
import io.throughline.host.manage.ProfilePage;
import io.throughline.host.manage.UploadedPlugins;
import io.throughline.host.osgi.BundleHost;
import io.throughline.host.osgi.ExportedPackages;
import io.throughline.host.osgi.OsgiServices;
import io.throughline.host.osgi.TrustStore;
import io.throughline.host.plugin.AoModules;
import io.throughline.host.plugin.HostPlugins;
import io.throughline.host.plugin.PluginRefused;
import io.throughline.host.plugin.Plugins;
import io.throughline.host.plugin.Texts;
import io.throughline.host.web.NodeWeb;
import io.throughline.host.web.TemplatePages;
import io.throughline.host.web.WebFragments;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running product node: everything of it is made here, in order, and ended here in the opposite order. */
public final class NodeRun implements Node, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeRun.class);

    /** How long a service that a plugin imports may take to appear; the platform's own default is minutes. */
    private static final long SERVICE_PATIENCE_MILLIS = 2_000;

    private final Options options;
    private final Product product;
    private final Platform platform;
    private final Clock clock;
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private OsgiServices services;
    private DataSource dataSource;
    private Users users;
    private HostPlugins plugins;
    private NodeWeb web;

    private NodeRun(Options options, Product product, Platform platform, Clock clock) {
        this.options = options;
        this.product = product;
        this.platform = platform;
        this.clock = clock;
    }

    /** Returns when the node is ready: the server answers and every plugin that could be is enabled. */
    public static NodeRun start(Options options, Product product, Platform platform, Clock clock) throws Exception {
        NodeRun node = new NodeRun(options, product, platform, clock);
        try {
            node.open();
            node.openWeb();
            options.plugins().forEach(node::install);
            new UploadedPlugins(node.sharedHome()).all().forEach(node::installUploaded);
            product.ready();
            node.plugins.nodeIsUp();
            platform.ready();
            node.followOtherNodes();
            node.web.running();
            return node;
        } catch (Exception | LinkageError failed) {
            node.close();
            throw failed;
        }
    }

    /** A node with a database of its own has nobody to follow. */
    private void followOtherNodes() {
        if (options.db().isPresent()) {
            toClose.push(PluginFollower.start(plugins, new UploadedPlugins(sharedHome())));
        }
    }

    private void open() throws Exception {
        Files.createDirectories(home());
        ExportedPackages exports =
                new ExportedPackages(System.getProperty("java.class.path"), product.exportedPackages());
        BundleHost bundles = BundleHost.start(home().resolve("osgi-cache"), exports);
        toClose.push(bundles);
        services = new OsgiServices(bundles.systemContext());
        toClose.push(platform::stop);
        dataSource = platform.openDatabase(this);
        users = platform.openUsers(this);
        services.keep(Texts.class, new Texts());
        plugins = new HostPlugins(
                bundles, new TrustStore(options.trust(), clock), product.id(), services, SERVICE_PATIENCE_MILLIS);
        platform.exportServices(this);
        AoModules ao = new AoModules(services);
        plugins.moduleTypes().register("ao", ao);
        services.exportPerPlugin(ActiveObjects.class, ao::serviceFor);
        services.export(ApplicationLinkService.class, HostApplicationLinks.of(this));
    }

    private void openWeb() throws Exception {
        LocaleResolver locales = services.get(LocaleResolver.class);
        NodeWeb.Settings settings = new NodeWeb.Settings(
                options.port(product.id()),
                product.contextPath(),
                options.nodeId() == 1 ? "JSESSIONID" : "JSESSIONID_" + id(),
                product.displayName());
        web = new NodeWeb(settings, plugins, users, services.get(Texts.class), locales::getLocale);
        services.export(PageBuilderService.class, web.pageBuilder());
        services.exportPerPlugin(TemplateRenderer.class, key -> web.templates().rendererOf(key));
        LinkTokens tokens = LinkSecret.tokens(options.data(), clock);
        web.authenticator(request -> tokens.verify(request.getHeader(LinkTokens.HEADER))
                .filter(name -> users.find(name).filter(Users.User::active).isPresent()));
        web.servlet(LoginDance.PATH, new LoginDance(URI.create(baseUrl())));
        toClose.push(product::stop);
        product.start(this);
        product.mount(web);
        web.servlet(PluginManagerPage.PATH + "/*", new PluginManagerPage(this));
        web.servlet(AuditPage.PATH, new AuditPage(this));
        web.servlet(OutboxPage.PATH, new OutboxPage(this));
        web.servlet(ProfilePage.PATH, new ProfilePage(this));
        toClose.push(plugins);
        toClose.push(web);
        web.start();
    }

    /** A JAR that is refused does not keep the product from starting; the reason is what a person reads first. */
    private void install(Path jar) {
        try {
            plugins.install(jar);
        } catch (PluginRefused refused) {
            LOG.error("{} refused {}: {}", product.displayName(), jar.getFileName(), refused.getMessage());
        }
    }

    /** What an administrator uploaded stays only while the JAR of the command line is not newer. */
    private void installUploaded(Path jar) {
        if (plugins.isNewer(jar)) {
            install(jar);
        }
    }

    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            try {
                toClose.pop().close();
            } catch (Exception broken) {
                LOG.warn("Part of node {} did not stop", id(), broken);
            }
        }
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Product product() {
        return product;
    }

    @Override
    public String id() {
        return "node" + options.nodeId();
    }

    @Override
    public Path home() {
        return options.nodeId() == 1 ? sharedHome() : options.data().resolve(product.id() + "-" + id());
    }

    @Override
    public Path sharedHome() {
        return options.data().resolve(product.id());
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public Services services() {
        return services;
    }

    @Override
    public Plugins plugins() {
        return plugins;
    }

    @Override
    public Users users() {
        return users;
    }

    @Override
    public WebFragments fragments() {
        return web.fragments();
    }

    @Override
    public TemplatePages templates() {
        return web.templates();
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public String baseUrl() {
        return "http://localhost:" + options.port(product.id()) + product.contextPath();
    }

    @Override
    public String peerUrl() {
        return product.id().equals("jira")
                ? "http://localhost:" + options.confluencePort() + "/confluence"
                : options.jiraUrl()
                        .map(Object::toString)
                        .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                        .orElse("http://localhost:" + options.jiraPort() + "/jira");
    }
}
