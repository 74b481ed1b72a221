package io.throughline.host.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import io.throughline.host.db.NodeDatabase;
import io.throughline.host.db.SchemaSteps;
import io.throughline.host.launch.Services;
import java.util.List;
import java.util.function.Function;
import net.java.ao.EntityManager;
import net.java.ao.RawEntity;

/** Opens what an {@code <ao>} element of a descriptor asks for. */
public final class AoModule {

    private AoModule() {}

    /** As the other {@code open}; upgrade tasks are made with their constructor without parameters. */
    public static ActiveObjects open(
            String namespace,
            List<Class<? extends RawEntity<?>>> entities,
            List<Class<? extends ActiveObjectsUpgradeTask>> upgradeTasks,
            Services services) {
        return open(namespace, entities, upgradeTasks, AoModule::withoutParameters, services);
    }

    /**
     * Checks the entities, runs the upgrade tasks that have not run yet, migrates the tables; one node at a time.
     *
     * @param makeTask makes an upgrade task, wired from the plugin's context
     * @param services must have {@link NodeDatabase} and {@link ClusterLockService}
     * @throws net.java.ao.ActiveObjectsException when a rule is broken or the database refuses
     */
    public static ActiveObjects open(
            String namespace,
            List<Class<? extends RawEntity<?>>> entities,
            List<Class<? extends ActiveObjectsUpgradeTask>> upgradeTasks,
            Function<Class<? extends ActiveObjectsUpgradeTask>, ActiveObjectsUpgradeTask> makeTask,
            Services services) {
        ClusterLock lock = services.get(ClusterLockService.class).getLockForName("host.ao." + namespace);
        lock.lock();
        try {
            List<ActiveObjectsUpgradeTask> tasks =
                    upgradeTasks.stream().map(makeTask).toList();
            return open(namespace, entities, tasks, services.get(NodeDatabase.class));
        } finally {
            lock.unlock();
        }
    }

    static ActiveObjects open(
            String namespace,
            List<Class<? extends RawEntity<?>>> entities,
            List<ActiveObjectsUpgradeTask> upgradeTasks,
            NodeDatabase database) {
        new SchemaSteps("active objects", database)
                .step("versions of plugins' tables", """
                        create table host_ao_version (
                            table_prefix varchar(30) primary key, model_version varchar(30) not null)""")
                .apply();
        AoTablePrefix prefix = AoTablePrefix.of(namespace);
        EntityManager engine = Engine.of(prefix, database);
        new EntityRules(engine).check(entities);
        HostActiveObjects ao = new HostActiveObjects(engine, database.transactions());
        new UpgradeTasks(database, prefix).run(upgradeTasks, ao);
        ao.migrate(asArray(entities));
        return ao;
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends RawEntity<?>>[] asArray(List<Class<? extends RawEntity<?>>> entities) {
        return entities.toArray(Class[]::new);
    }

    private static ActiveObjectsUpgradeTask withoutParameters(Class<? extends ActiveObjectsUpgradeTask> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException cannot) {
            throw new IllegalStateException("cannot make upgrade task " + type.getName(), cannot);
        }
    }
}
