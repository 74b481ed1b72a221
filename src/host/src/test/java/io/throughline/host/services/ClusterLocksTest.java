package io.throughline.host.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.beehive.ClusterLock;
import io.throughline.host.db.Dialect;
import io.throughline.host.db.OnBothDatabases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ClusterLocksTest {
    private static final Duration LEASE = Duration.ofMillis(800);

    @Nested
    class OnH2 extends TwoNodes {
        @Override
        protected Dialect dialect() {
            return Dialect.H2;
        }
    }

    @Nested
    class OnPostgres extends TwoNodes {
        @Override
        protected Dialect dialect() {
            return Dialect.POSTGRESQL;
        }
    }

    abstract static class TwoNodes extends OnBothDatabases {
        private LeaseTable leasesOfOne;
        private HostClusterLockService one;
        private HostClusterLockService two;
        private final ExecutorService other = Executors.newCachedThreadPool();

        @BeforeEach
        void start() {
            HostTables.create(database);
            leasesOfOne = new LeaseTable(database.jdbi(), "node1", LEASE);
            one = new HostClusterLockService(leasesOfOne);
            two = new HostClusterLockService(new LeaseTable(database.jdbi(), "node2", LEASE));
        }

        @AfterEach
        void stop() {
            one.close();
            two.close();
            other.shutdownNow();
        }

        @Test
        void whatOneNodeHoldsTheOtherDoesNotGet() {
            one.getLockForName("a").lock();

            assertThat(two.getLockForName("a").tryLock()).isFalse();
            assertThat(two.getLockForName("b").tryLock()).isTrue();
        }

        @Test
        void theOtherGetsItOnceItIsReleased() throws Exception {
            ClusterLock held = one.getLockForName("a");
            held.lock();
            Future<Boolean> waiting = other.submit(() -> two.getLockForName("a").tryLock(10, TimeUnit.SECONDS));

            held.unlock();

            assertThat(waiting.get()).isTrue();
        }

        @Test
        void aLivingNodeKeepsItsLockBeyondTheLengthOfALease() throws Exception {
            one.getLockForName("a").lock();

            boolean stolen = two.getLockForName("a").tryLock(3 * LEASE.toMillis(), TimeUnit.MILLISECONDS);

            assertThat(stolen).isFalse();
        }

        @Test
        void theLockOfADeadNodeRunsOut() throws Exception {
            one.getLockForName("a").lock();
            leasesOfOne.stopBeating();

            boolean inherited = two.getLockForName("a").tryLock(20 * LEASE.toMillis(), TimeUnit.MILLISECONDS);

            assertThat(inherited).isTrue();
        }

        @Test
        void aNodeThatStartsAgainDoesNotWaitForItsFormerSelf() {
            one.getLockForName("a").lock();
            leasesOfOne.stopBeating();

            LeaseTable again = new LeaseTable(database.jdbi(), "node1", LEASE);

            assertThat(again.tryAcquire("a")).isTrue();
            again.close();
        }

        @Test
        void aThreadMayTakeTheSameLockTwice() {
            ClusterLock lock = one.getLockForName("a");
            lock.lock();
            lock.lock();
            lock.unlock();

            assertThat(lock.isHeldByCurrentThread()).isTrue();
            assertThat(two.getLockForName("a").tryLock()).isFalse();
            lock.unlock();
            assertThat(two.getLockForName("a").tryLock()).isTrue();
        }

        @Test
        void onlyTheHolderMayRelease() {
            assertThatThrownBy(() -> one.getLockForName("a").unlock()).isInstanceOf(IllegalMonitorStateException.class);
        }

        @Test
        void manyThreadsOfTwoNodesAreNeverInsideTogether() throws Exception {
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger together = new AtomicInteger();
            int[] plain = {0};
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                ClusterLock lock = (i % 2 == 0 ? one : two).getLockForName("busy");
                all.add(other.submit(() -> {
                    for (int k = 0; k < 10; k++) {
                        lock.lock();
                        try {
                            together.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            plain[0]++;
                            inside.decrementAndGet();
                        } finally {
                            lock.unlock();
                        }
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }

            assertThat(together.get()).isEqualTo(1);
            assertThat(plain[0]).isEqualTo(100);
        }
    }
}
