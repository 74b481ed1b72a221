package io.throughline.host.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Felix inside the node's JVM. A bundle sees {@code java.*}, what the product exports, and nothing else of the host.
 *
 * <p>Felix's {@code felix.bootdelegation.implicit} would let a bundle load any host class by guessing that the request came from
 * outside; with it a Jira class loads in Confluence and the host lies. It is off.
 */
public final class BundleHost implements AutoCloseable {

    private static final Pattern MISSING_PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([\\w.]+)");
    private static final long STOP_MILLIS = 10_000;

    private final Framework framework;

    private BundleHost(Framework framework) {
        this.framework = framework;
    }

    /** @param cache Felix's folder; emptied at start, because the JARs are installed from their files every time */
    public static BundleHost start(Path cache, ExportedPackages exports) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("felix.bootdelegation.implicit", "false");
        settings.put(Constants.FRAMEWORK_BOOTDELEGATION, "");
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, exports.header());
        settings.put(Constants.FRAMEWORK_STORAGE, cache.toAbsolutePath().toString());
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put("felix.log.level", "1");
        Framework framework = new FrameworkFactory().newFramework(settings);
        try {
            Files.createDirectories(cache);
            framework.start();
        } catch (BundleException | IOException broken) {
            throw new IllegalStateException("OSGi does not start", broken);
        }
        return new BundleHost(framework);
    }

    /** Where the host registers the services that plugins import. */
    public BundleContext systemContext() {
        return framework.getBundleContext();
    }

    /**
     * Installs the JAR and resolves it.
     *
     * @throws UnresolvedBundle naming the packages nobody exports; nothing stays installed
     */
    public Bundle install(Path jar) {
        try (InputStream bytes = Files.newInputStream(jar)) {
            Bundle bundle = systemContext().installBundle(jar.toUri().toString(), bytes);
            start(bundle);
            return bundle;
        } catch (BundleException refused) {
            throw new UnresolvedBundle(jar.getFileName() + " is not a bundle: " + refused.getMessage(), refused);
        } catch (IOException unreadable) {
            throw new UnresolvedBundle("cannot read " + jar, unreadable);
        }
    }

    private static void start(Bundle bundle) throws BundleException {
        try {
            bundle.start();
        } catch (BundleException refused) {
            bundle.uninstall();
            throw new UnresolvedBundle(explain(bundle, refused), refused);
        }
    }

    /** Takes the bundle out and lets go of its class loader. */
    public void uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
            // until then Felix keeps the wiring, and with it the classes, of what is uninstalled
            framework.adapt(FrameworkWiring.class).refreshBundles(Set.of(bundle));
        } catch (BundleException broken) {
            throw new IllegalStateException("cannot uninstall " + bundle.getSymbolicName(), broken);
        }
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
        } catch (BundleException broken) {
            throw new IllegalStateException("OSGi does not stop", broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String explain(Bundle bundle, BundleException refused) {
        TreeSet<String> missing = new TreeSet<>();
        Matcher matcher = MISSING_PACKAGE.matcher(String.valueOf(refused.getMessage()));
        while (matcher.find()) {
            missing.add(matcher.group(1));
        }
        return missing.isEmpty()
                ? bundle.getSymbolicName() + " cannot start: " + refused.getMessage()
                : bundle.getSymbolicName() + " imports " + String.join(", ", missing) + ", which nobody exports";
    }
}
