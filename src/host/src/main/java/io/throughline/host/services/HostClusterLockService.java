package io.throughline.host.services;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import io.throughline.host.db.NodeDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Locks by name; over a shared database they hold for all nodes, and those of a dead node run out. */
public final class HostClusterLockService implements ClusterLockService, AutoCloseable {
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final Map<String, HostClusterLock> locks = new ConcurrentHashMap<>();
    private final Lease lease;

    /** @param nodeId one living process per id */
    public HostClusterLockService(NodeDatabase database, String nodeId) {
        this(database.isShared() ? new LeaseTable(database.jdbi(), nodeId, LEASE) : Lease.ALONE);
    }

    HostClusterLockService(Lease lease) {
        this.lease = lease;
    }

    @Override
    public ClusterLock getLockForName(String name) {
        if (name.isEmpty() || name.length() > 255) {
            throw new IllegalArgumentException("a lock's name has 1 to 255 characters, not " + name.length());
        }
        return locks.computeIfAbsent(name, it -> new HostClusterLock(it, lease));
    }

    @Override
    public void close() {
        if (lease instanceof LeaseTable) {
            ((LeaseTable) lease).close();
        }
    }
}
