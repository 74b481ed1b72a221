package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.beehive.ClusterLockService;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one writer at a time through, in the whole cluster, and repeats a transaction that the database gave up.
 *
 * <p>The lock only keeps writers from getting in each other's way. What makes a write safe is the change log: its
 * sequence is a primary key, so of two transactions that started from the same version one fails, whatever the isolation
 * level, and even if a lock was lost on the way.
 */
final class WriteGate {
    private static final Logger LOG = LoggerFactory.getLogger(WriteGate.class);
    private static final int ATTEMPTS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 400;

    private final ActiveObjects ao;
    private final ClusterLockService locks;
    private final String lockName;
    private final Duration patience;

    /**
     * @param lockName of the cluster lock; what is written behind it is written behind no other
     * @param patience how long a writer waits for its turn before it is told to come back
     */
    WriteGate(ActiveObjects ao, ClusterLockService locks, String lockName, Duration patience) {
        this.ao = ao;
        this.locks = locks;
        this.lockName = lockName;
        this.patience = patience;
    }

    /**
     * Runs a transaction alone.
     *
     * @throws StoreBusy if no turn came in time, or every attempt failed on the database's side
     */
    <T> T pass(Supplier<T> transaction) {
        Lock lock = locks.getLockForName(lockName);
        try {
            if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreBusy("no turn to write within " + patience, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreBusy("interrupted while waiting for a turn to write", e);
        }
        try {
            return repeat(() -> ao.executeInTransaction(transaction::get));
        } finally {
            lock.unlock();
        }
    }

    /** Runs something that only reads, and repeats it when the database gave it up. */
    <T> T read(Supplier<T> reading) {
        return repeat(reading);
    }

    private <T> T repeat(Supplier<T> attempt) {
        for (int number = 1; ; number++) {
            try {
                return attempt.get();
            } catch (RuntimeException e) {
                DatabaseFault fault = DatabaseFault.of(e);
                if (fault == DatabaseFault.OTHER) {
                    throw e;
                }
                if (fault == DatabaseFault.NO_CONNECTION || number == ATTEMPTS) {
                    throw new StoreBusy(fault + " at attempt " + number, e);
                }
                LOG.debug("attempt {} lost the race and is repeated", number, e);
                pause(number);
            }
        }
    }

    private static void pause(int attempt) {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, 5L << attempt);
        try {
            // jitter, so that two nodes do not meet again at the same moment
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, longest + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreBusy("interrupted between two attempts", e);
        }
    }
}
