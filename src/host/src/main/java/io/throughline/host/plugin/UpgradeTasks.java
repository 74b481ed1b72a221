package io.throughline.host.plugin;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.sal.api.message.Message;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.upgrade.PluginUpgradeTask;
import io.throughline.host.launch.Services;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the {@code PluginUpgradeTask}s a plugin exports, each once in the life of the cluster: the build number reached is kept in
 * the plugin settings under {@code <plugin key>:build}. A task that fails stops the ones after it; they are tried at the next start.
 */
final class UpgradeTasks {

    private static final Logger LOG = LoggerFactory.getLogger(UpgradeTasks.class);

    private UpgradeTasks() {}

    static void run(BundlePlugin plugin, List<PluginUpgradeTask> tasks, Services services) {
        ClusterLock lock = services.get(ClusterLockService.class).getLockForName("host.upgrade." + plugin.key());
        lock.lock();
        try {
            runLocked(plugin, tasks, services.get(PluginSettingsFactory.class).createGlobalSettings());
        } finally {
            lock.unlock();
        }
    }

    private static void runLocked(BundlePlugin plugin, List<PluginUpgradeTask> tasks, PluginSettings settings) {
        String key = plugin.key() + ":build";
        int reached = Optional.ofNullable(settings.get(key))
                .map(Object::toString)
                .map(Integer::parseInt)
                .orElse(0);
        List<PluginUpgradeTask> open = tasks.stream()
                .filter(task -> task.getPluginKey().equals(plugin.key()) && task.getBuildNumber() > reached)
                .sorted(Comparator.comparingInt(PluginUpgradeTask::getBuildNumber))
                .toList();
        for (PluginUpgradeTask task : open) {
            if (!succeeds(task)) {
                return;
            }
            settings.put(key, "" + task.getBuildNumber());
        }
    }

    private static boolean succeeds(PluginUpgradeTask task) {
        try {
            Collection<Message> errors = task.doUpgrade();
            if (errors == null || errors.isEmpty()) {
                LOG.info(
                        "Upgrade task {} of {}: {}",
                        task.getBuildNumber(),
                        task.getPluginKey(),
                        task.getShortDescription());
                return true;
            }
            LOG.error("Upgrade task {} of {} reports {}", task.getBuildNumber(), task.getPluginKey(), errors);
        } catch (Exception | LinkageError failed) {
            LOG.error("Upgrade task {} of {} failed", task.getBuildNumber(), task.getPluginKey(), failed);
        }
        return false;
    }
}
