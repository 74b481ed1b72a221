package io.throughline.host.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import io.throughline.host.db.Dialect;
import io.throughline.host.db.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nodes that start together ask for the same rows at the same moment, and nobody is refused for having been second. */
@Tag("slow")
class SameRowAtOnceTest {

    @Nested
    class OnH2 extends Together {
        @Override
        protected Dialect dialect() {
            return Dialect.H2;
        }
    }

    @Nested
    class OnPostgres extends Together {
        @Override
        protected Dialect dialect() {
            return Dialect.POSTGRESQL;
        }
    }

    abstract static class Together extends OnBothDatabases {
        private static final int NODES = 4;
        private static final int ROUNDS = 60;

        private final ExecutorService nodes = Executors.newFixedThreadPool(NODES);

        @BeforeEach
        void start() {
            HostTables.create(database);
        }

        @AfterEach
        void stop() {
            nodes.shutdownNow();
        }

        @Test
        void aLockThatNobodyHasAskedForBeforeGoesToOneOfThem() throws Exception {
            List<LeaseTable> leases = new ArrayList<>();
            for (int node = 0; node < NODES; node++) {
                leases.add(new LeaseTable(database.jdbi(), "node" + node, Duration.ofMinutes(1)));
            }
            for (int round = 0; round < ROUNDS; round++) {
                String name = "lock " + round;

                List<Boolean> acquired = together(node -> leases.get(node).tryAcquire(name));

                assertThat(acquired).containsOnlyOnce(true);
            }
            leases.forEach(LeaseTable::close);
        }

        @Test
        void aJobThatAllOfThemScheduleIsThereOnce() throws Exception {
            JobRows rows = new JobRows(database.jdbi());
            Instant due = Instant.parse("2026-03-02T10:00:00Z");
            for (int round = 0; round < ROUNDS; round++) {
                JobId id = JobId.of("job " + round);

                together(node -> {
                    rows.save(new Job(id, JobConfig.forJobRunnerKey(JobRunnerKey.of("runner")), due));
                    return node;
                });
            }

            assertThat(rows.due(due)).hasSize(ROUNDS);
        }

        @Test
        void aSettingKeepsWhatOneOfThemWrote() throws Exception {
            HostPluginSettingsFactory settings = new HostPluginSettingsFactory(database.jdbi());
            for (int round = 0; round < ROUNDS; round++) {
                String key = "key " + round;

                List<Object> before = together(
                        node -> settings.createGlobalSettings().put(key, "node " + node) == null ? "none" : "some");

                assertThat(before).contains("none");
                assertThat(settings.createGlobalSettings().get(key)).asString().startsWith("node ");
            }
        }

        /** What each node got, all begun at the same moment. */
        private <T> List<T> together(OfNode<T> work) throws Exception {
            CyclicBarrier start = new CyclicBarrier(NODES);
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                int node = i;
                calls.add(() -> {
                    start.await();
                    return work.by(node);
                });
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> each : nodes.invokeAll(calls)) {
                answers.add(each.get());
            }
            return answers;
        }

        private interface OfNode<T> {
            T by(int node) throws Exception;
        }
    }
}
