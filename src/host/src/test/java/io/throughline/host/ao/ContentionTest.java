package io.throughline.host.ao;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.beehive.ClusterLock;
import io.throughline.host.ao.Rows.Harbour;
import io.throughline.host.db.Dialect;
import io.throughline.host.db.OnBothDatabases;
import io.throughline.host.services.HostClusterLockService;
import io.throughline.host.services.HostTables;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.java.ao.DBParam;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fifty writers who read, change and write one row under a cluster lock: what the platform's parts give together. */
@Tag("slow")
class ContentionTest {
    private static final int WRITERS = 50;
    private static final long MILLIS = Long.getLong("contention.millis", 2_000);

    @Nested
    class OnH2 extends Contract {
        @Override
        protected Dialect dialect() {
            return Dialect.H2;
        }
    }

    @Nested
    class OnPostgres extends Contract {
        @Override
        protected Dialect dialect() {
            return Dialect.POSTGRESQL;
        }
    }

    abstract static class Contract extends OnBothDatabases {

        @Test
        void noUpdateIsLost() throws Exception {
            HostTables.create(database);
            try (HostClusterLockService locks = new HostClusterLockService(database, "node1")) {
                ActiveObjects ao = AoModule.open("contention", List.of(Harbour.class), List.of(), database);
                long row = ao.create(Harbour.class, new DBParam("NAME", "0")).getID();
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
                long end = System.nanoTime() + MILLIS * 1_000_000;
                List<Future<Integer>> counts = new ArrayList<>();

                for (int i = 0; i < WRITERS; i++) {
                    counts.add(writers.submit(() -> countUntil(end, ao, locks.getLockForName("gate"), row)));
                }
                int written = 0;
                for (Future<Integer> count : counts) {
                    written += count.get();
                }
                writers.shutdown();

                assertThat(ao.get(Harbour.class, row).getName()).isEqualTo(Integer.toString(written));
            }
        }

        private static int countUntil(long end, ActiveObjects ao, ClusterLock lock, long row) {
            int written = 0;
            while (System.nanoTime() < end) {
                lock.lock();
                try {
                    ao.executeInTransaction(() -> {
                        Harbour harbour = ao.get(Harbour.class, row);
                        harbour.setName(Integer.toString(Integer.parseInt(harbour.getName()) + 1));
                        harbour.save();
                        return null;
                    });
                    written++;
                } finally {
                    lock.unlock();
                }
            }
            return written;
        }
    }
}
