package io.throughline.host.services;

import io.throughline.host.db.RowRace;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leases as rows of the shared database. A living node prolongs its leases by a heartbeat; those of a dead one run out. All times
 * are the database's: nodes' clocks may differ.
 *
 * <p>A node that stops for longer than a lease (a long pause of the JVM) may come back while another holds its lock. That is so on
 * the products as well, and the reason why a plugin must not rest its data on a lock alone.
 */
final class LeaseTable implements Lease, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseTable.class);

    private final Jdbi jdbi;
    private final Duration length;
    private final String nodeId;
    private final String owner;
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService heart;

    /** Takes back what an earlier process of the same node left behind. */
    LeaseTable(Jdbi jdbi, String nodeId, Duration length) {
        this.jdbi = jdbi;
        this.length = length;
        this.nodeId = nodeId;
        this.owner = nodeId + "/" + UUID.randomUUID();
        this.heart = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "cluster-lock-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        jdbi.useHandle(handle -> handle.execute(
                "update host_cluster_lock set owner = null where owner like ?", nodeId.replace("_", "\\_") + "/%"));
        long beat = Math.max(length.toMillis() / 4, 10);
        heart.scheduleWithFixedDelay(this::prolong, beat, beat, TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean tryAcquire(String name) {
        if (!known.contains(name)) {
            RowRace.repeat(() -> jdbi.withHandle(handle -> handle.execute(
                    "insert into host_cluster_lock (name, expires) select ?, current_timestamp"
                            + " where not exists (select 1 from host_cluster_lock where name = ?)",
                    name,
                    name)));
            known.add(name);
        }
        held.add(name);
        boolean acquired = jdbi.withHandle(handle -> handle.createUpdate("update host_cluster_lock"
                                + " set owner = :owner, expires = current_timestamp + " + interval()
                                + " where name = :name and (owner is null or expires < current_timestamp)")
                        .bind("owner", owner)
                        .bind("name", name)
                        .execute())
                == 1;
        if (!acquired) {
            held.remove(name);
        }
        return acquired;
    }

    @Override
    public void release(String name) {
        held.remove(name);
        int released = jdbi.withHandle(handle ->
                handle.execute("update host_cluster_lock set owner = null where name = ? and owner = ?", name, owner));
        if (released == 0) {
            LOG.error("cluster lock {} had been taken from {}: its lease ran out while it was held", name, nodeId);
        }
    }

    private void prolong() {
        if (held.isEmpty()) {
            return;
        }
        try {
            jdbi.useHandle(handle -> handle.execute(
                    "update host_cluster_lock set expires = current_timestamp + " + interval()
                            + " where owner = ? and expires >= current_timestamp",
                    owner));
        } catch (RuntimeException databaseAway) {
            LOG.warn("cluster locks of {} could not be prolonged: {}", nodeId, databaseAway.toString());
        }
    }

    private String interval() {
        return "interval '" + length.toMillis() / 1000.0 + "' second";
    }

    /** As if the process had died: nothing is prolonged any more, nothing given back. */
    void stopBeating() {
        heart.shutdownNow();
    }

    @Override
    public void close() {
        stopBeating();
        try {
            jdbi.useHandle(
                    handle -> handle.execute("update host_cluster_lock set owner = null where owner = ?", owner));
        } catch (RuntimeException databaseAway) {
            LOG.debug("leases of {} were left to run out", nodeId, databaseAway);
        }
    }
}
