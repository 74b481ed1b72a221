package io.throughline.host.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;
import io.throughline.host.db.NodeDatabase;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a namespace's upgrade tasks: in order of their version, each once and in a transaction, on a fresh install too. The version
 * reached is written in the task's own transaction.
 */
final class UpgradeTasks {
    private static final Logger LOG = LoggerFactory.getLogger(UpgradeTasks.class);

    private final NodeDatabase database;
    private final AoTablePrefix prefix;
    private final Jdbi jdbi;

    UpgradeTasks(NodeDatabase database, AoTablePrefix prefix) {
        this.database = database;
        this.prefix = prefix;
        this.jdbi = Jdbi.create(database.transactions().joiningDataSource());
    }

    void run(List<ActiveObjectsUpgradeTask> tasks, ActiveObjects ao) {
        List<ActiveObjectsUpgradeTask> inOrder = tasks.stream()
                .sorted(Comparator.comparing(ActiveObjectsUpgradeTask::getModelVersion))
                .toList();
        for (ActiveObjectsUpgradeTask task : inOrder) {
            ModelVersion reached = reached();
            if (task.getModelVersion().isNewerThan(reached)) {
                LOG.info(
                        "{}: upgrade task {} to version {}",
                        prefix.text(),
                        task.getClass().getName(),
                        task.getModelVersion());
                database.transactions().run(() -> {
                    task.upgrade(reached, ao);
                    remember(task.getModelVersion());
                    return null;
                });
            }
        }
    }

    ModelVersion reached() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select model_version from host_ao_version where table_prefix = :prefix")
                        .bind("prefix", prefix.text())
                        .mapTo(String.class)
                        .findOne()
                        .map(ModelVersion::valueOf)
                        .orElseGet(ModelVersion::zero));
    }

    private void remember(ModelVersion version) {
        jdbi.useHandle(handle -> {
            int changed = handle.createUpdate(
                            "update host_ao_version set model_version = :version where table_prefix = :prefix")
                    .bind("version", version.toString())
                    .bind("prefix", prefix.text())
                    .execute();
            if (changed == 0) {
                handle.createUpdate(
                                "insert into host_ao_version (table_prefix, model_version) values (:prefix, :version)")
                        .bind("version", version.toString())
                        .bind("prefix", prefix.text())
                        .execute();
            }
        });
    }
}
