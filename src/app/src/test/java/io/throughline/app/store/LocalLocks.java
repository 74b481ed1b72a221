package io.throughline.app.store;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Locks of a cluster of one. */
public final class LocalLocks implements ClusterLockService {
    private static final class Local extends ReentrantLock implements ClusterLock {
        private static final long serialVersionUID = 1L;
    }

    private final Map<String, ClusterLock> locks = new ConcurrentHashMap<>();

    @Override
    public ClusterLock getLockForName(String name) {
        return locks.computeIfAbsent(name, none -> new Local());
    }
}
