package io.throughline.app.store;

import com.atlassian.beehive.ClusterLockService;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/** Work that one node does while the others go on without it. */
public final class OncePerCluster {
    private OncePerCluster() {}

    /** Works under a lock of the cluster; does nothing when another node is at it. */
    public static void run(ClusterLockService locks, String name, Runnable work) {
        call(locks, name, () -> {
            work.run();
            return name;
        });
    }

    /** The same; empty when another node is at it. */
    public static <T> Optional<T> call(ClusterLockService locks, String name, Supplier<T> work) {
        Lock lock = locks.getLockForName(name);
        if (!lock.tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            lock.unlock();
        }
    }
}
