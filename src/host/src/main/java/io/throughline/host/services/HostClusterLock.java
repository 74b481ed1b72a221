package io.throughline.host.services;

import com.atlassian.beehive.ClusterLock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * First the fair lock of this JVM, then the node's lease. So only one thread of a node asks the database at a time, and threads of
 * one node are served in the order in which they came.
 */
final class HostClusterLock implements ClusterLock {
    private final String name;
    private final Lease lease;
    private final ReentrantLock local = new ReentrantLock(true);

    HostClusterLock(String name, Lease lease) {
        this.name = name;
        this.lease = lease;
    }

    @Override
    public void lock() {
        local.lock();
        boolean interrupted = false;
        try {
            while (!leased()) {
                interrupted |= !pause();
            }
        } catch (RuntimeException databaseAway) {
            local.unlock();
            throw databaseAway;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        tryLock(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean tryLock() {
        if (!local.tryLock()) {
            return false;
        }
        boolean done = false;
        try {
            done = leased();
            return done;
        } finally {
            if (!done) {
                local.unlock();
            }
        }
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        long start = System.nanoTime();
        long patience = unit.toNanos(time);
        if (!local.tryLock(time, unit)) {
            return false;
        }
        boolean done = false;
        try {
            done = leased();
            while (!done && System.nanoTime() - start < patience) {
                if (!pause()) {
                    throw new InterruptedException("interrupted while waiting for cluster lock " + name);
                }
                done = leased();
            }
            return done;
        } finally {
            if (!done) {
                local.unlock();
            }
        }
    }

    @Override
    public void unlock() {
        if (!local.isHeldByCurrentThread()) {
            throw new IllegalMonitorStateException("cluster lock " + name + " is not held by this thread");
        }
        try {
            if (local.getHoldCount() == 1) {
                lease.release(name);
            }
        } finally {
            local.unlock();
        }
    }

    @Override
    public Condition newCondition() {
        throw new UnsupportedOperationException("cluster locks have no conditions");
    }

    @Override
    public boolean isHeldByCurrentThread() {
        return local.isHeldByCurrentThread();
    }

    /** A thread that holds the lock already holds the lease too. */
    private boolean leased() {
        return local.getHoldCount() > 1 || lease.tryAcquire(name);
    }

    /** @return false if the thread was interrupted */
    private static boolean pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(2, 15));
            return true;
        } catch (InterruptedException asked) {
            return false;
        }
    }
}
