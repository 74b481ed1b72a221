package io.throughline.host.manage;

import io.throughline.host.plugin.HostPlugins;
import io.throughline.host.plugin.PluginRefused;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the plugins of a running node like those of the other nodes of its database. In a cluster an administrator installs, enables
 * and disables an app once, on any node, and every node follows ("Uploading an app through the web interface will … ensure that it's
 * loaded on all nodes of the cluster", developer.atlassian.com/x/kQAf [DOC]).
 */
public final class PluginFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginFollower.class);
    private static final long EVERY_MILLIS = 1_000;

    private final HostPlugins plugins;
    private final UploadedPlugins uploads;
    private final Set<Path> known = new HashSet<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "plugin-follower");
        thread.setDaemon(true);
        return thread;
    });

    private PluginFollower(HostPlugins plugins, UploadedPlugins uploads) {
        this.plugins = plugins;
        this.uploads = uploads;
        known.addAll(uploads.all());
    }

    /** The node is up: what was chosen and uploaded until now it has taken by itself. */
    public static PluginFollower start(HostPlugins plugins, UploadedPlugins uploads) {
        PluginFollower follower = new PluginFollower(plugins, uploads);
        follower.timer.scheduleWithFixedDelay(follower::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return follower;
    }

    /** A timer that met an exception would never look again. */
    private void look() {
        try {
            installNew();
            plugins.follow();
        } catch (RuntimeException | LinkageError broken) {
            LOG.warn("what was changed in another node's plugins is not followed yet: {}", broken.toString());
        }
    }

    private void installNew() {
        for (Path jar : uploads.installed()) {
            if (known.add(jar) && !plugins.runs(jar)) {
                try {
                    plugins.install(jar);
                } catch (PluginRefused refused) {
                    LOG.error("{} was uploaded to another node and is refused here: {}", jar, refused.getMessage());
                }
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
