package io.throughline.host.plugin;

import io.throughline.host.launch.Services;
import io.throughline.host.osgi.BundleHost;
import io.throughline.host.osgi.TrustStore;
import io.throughline.host.osgi.UnresolvedBundle;
import io.throughline.host.osgi.UntrustedJar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs, enables, disables, upgrades and removes plugins, one change at a time. */
public final class HostPlugins implements Plugins, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HostPlugins.class);

    private final BundleHost bundles;
    private final TrustStore trust;
    private final String product;
    private final long patienceMillis;
    private final Texts texts;
    private final ModuleRegistry types = new ModuleRegistry();
    private final StartStop startStop;
    private final Choices choices;
    private final Map<String, BundlePlugin> installed = new ConcurrentSkipListMap<>();
    private String followed = "";

    /**
     * @param product the value of {@code application=} that is ours
     * @param services must have {@link Texts}, and settings and cluster locks once the node is up
     * @param patienceMillis how long an imported service may take to appear
     */
    public HostPlugins(BundleHost bundles, TrustStore trust, String product, Services services, long patienceMillis) {
        this.bundles = bundles;
        this.trust = trust;
        this.product = product;
        this.texts = services.get(Texts.class);
        this.startStop = new StartStop(services);
        this.choices = new Choices(services);
        this.patienceMillis = patienceMillis;
        // only a marker: it says that the REST modules of the plugin are of the second generation, the only one here
        types.register("rest-migration", module -> () -> {});
    }

    @Override
    public synchronized Plugin install(Path jar) {
        Descriptor descriptor = checked(jar);
        BundlePlugin before = installed.get(descriptor.key());
        if (before != null) {
            remove(before);
        }
        try {
            if (choices.isUninstalled(descriptor.key())) {
                choices.forget(descriptor.key());
            }
            return put(jar, descriptor);
        } catch (PluginRefused refused) {
            if (before != null) {
                LOG.error(
                        "Upgrade of {} failed; {} is back",
                        before.key(),
                        before.jar().getFileName());
                put(before.jar(), JarCheck.descriptorOf(before.jar()));
            }
            throw refused;
        }
    }

    /** Whether the JAR is a plugin that is not installed, or a later version of one that is. */
    public boolean isNewer(Path jar) {
        Descriptor descriptor = JarCheck.descriptorOf(jar);
        BundlePlugin before = installed.get(descriptor.key());
        return before == null
                || Version.parseVersion(JarCheck.bundleVersionOf(jar))
                                .compareTo(before.bundle().getVersion())
                        > 0;
    }

    private Descriptor checked(Path jar) {
        try {
            trust.check(jar);
        } catch (UntrustedJar untrusted) {
            throw new PluginRefused(untrusted.getMessage(), untrusted);
        }
        return JarCheck.descriptorOf(jar);
    }

    private Plugin put(Path jar, Descriptor descriptor) {
        try {
            BundlePlugin plugin = new BundlePlugin(bundles.install(jar), jar, descriptor, product);
            installed.put(plugin.key(), plugin);
            if (choices.of(plugin.key()).orElse(true)) {
                enable(plugin);
            }
            return plugin;
        } catch (UnresolvedBundle unresolved) {
            throw new PluginRefused(unresolved.getMessage(), unresolved);
        }
    }

    /** The node has started: from now on, and for what is enabled already, {@code LifecycleAware} is called. */
    public synchronized void nodeIsUp() {
        startStop.nodeIsUp();
        installed.values().forEach(startStop::start);
    }

    @Override
    public List<Plugin> all() {
        return new ArrayList<>(installed.values());
    }

    @Override
    public Optional<Plugin> find(String key) {
        return Optional.ofNullable(installed.get(key));
    }

    @Override
    public synchronized void enable(String key) {
        BundlePlugin plugin = known(key);
        choices.choose(key, true);
        if (!plugin.isEnabled()) {
            enable(plugin);
        }
    }

    @Override
    public synchronized void disable(String key) {
        BundlePlugin plugin = known(key);
        choices.choose(key, false);
        disable(plugin);
    }

    @Override
    public synchronized void enableModule(String key, String moduleKey) {
        known(key).enableModule(moduleKey, types);
        choices.choose(key + ":" + moduleKey, true);
    }

    @Override
    public synchronized void disableModule(String key, String moduleKey) {
        known(key).disableModule(moduleKey);
        choices.choose(key + ":" + moduleKey, false);
    }

    @Override
    public synchronized void uninstall(String key) {
        BundlePlugin plugin = known(key);
        remove(plugin);
        choices.uninstall(key);
        plugin.modules().forEach(module -> choices.forget(key + ":" + module.key()));
    }

    /** Whether an installed plugin comes from this very file. */
    public boolean runs(Path jar) {
        return installed.values().stream().anyMatch(plugin -> plugin.jar().equals(jar));
    }

    /**
     * Does what administrators did on another node since the last call: enables, disables and uninstalls. Cheap when they did nothing.
     *
     * @return whether anything was changed on any node, this one included
     */
    public synchronized boolean follow() {
        String now = choices.revision();
        if (now.equals(followed)) {
            return false;
        }
        followed = now;
        for (BundlePlugin plugin : List.copyOf(installed.values())) {
            if (choices.isUninstalled(plugin.key())) {
                remove(plugin);
            } else if (!choices.of(plugin.key()).orElse(true)) {
                disable(plugin);
            } else if (!plugin.isEnabled()) {
                enable(plugin);
            } else {
                plugin.followModules(types, choices);
            }
        }
        return true;
    }

    @Override
    public ModuleTypes moduleTypes() {
        return types;
    }

    @Override
    public synchronized void close() {
        installed.values().forEach(this::disable);
    }

    private void enable(BundlePlugin plugin) {
        plugin.enable(types, texts, patienceMillis, choices);
        startStop.start(plugin);
    }

    private void disable(BundlePlugin plugin) {
        startStop.stop(plugin);
        plugin.disable();
    }

    private void remove(BundlePlugin plugin) {
        disable(plugin);
        bundles.uninstall(plugin.bundle());
        installed.remove(plugin.key());
    }

    private BundlePlugin known(String key) {
        BundlePlugin plugin = installed.get(key);
        if (plugin == null) {
            throw new IllegalArgumentException("no plugin " + key);
        }
        return plugin;
    }
}
