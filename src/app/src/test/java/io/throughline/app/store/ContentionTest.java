package io.throughline.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody loses an update, whatever the database and its isolation level, even without a lock that holds. */
@Tag("slow")
class ContentionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static List<StrategyStore> nodes(TestDatabase database, int count, boolean oneLock) {
        LocalLocks shared = new LocalLocks();
        return IntStream.range(0, count)
                .<StrategyStore>mapToObj(node -> new AoStrategyStore(
                        database.activeObjects(),
                        oneLock ? shared : new LocalLocks(),
                        (seq, hash) -> {},
                        Clock.systemUTC(),
                        PATIENCE))
                .toList();
    }

    @Test
    void fiftyWritersOnH2() throws Exception {
        try (TestDatabase database = TestDatabase.h2()) {
            ManyWriters.Outcome outcome = ManyWriters.run(nodes(database, 2, true), 50, 2);

            assertThat(outcome).isEqualTo(new ManyWriters.Outcome(100, 0));
        }
    }

    @Test
    void nodesWhoseLocksDoNotHoldOnH2() throws Exception {
        try (TestDatabase database = TestDatabase.h2()) {
            ManyWriters.Outcome outcome = ManyWriters.run(nodes(database, 4, false), 8, 5);

            assertThat(outcome.acknowledged()).isPositive();
        }
    }

    @Test
    void fiftyWritersOnPostgres() throws Exception {
        for (int isolation : List.of(Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_SERIALIZABLE)) {
            try (TestDatabase database = TestDatabase.postgres(Postgres.url(), isolation)) {
                ManyWriters.Outcome outcome = ManyWriters.run(nodes(database, 2, true), 50, 2);

                assertThat(outcome).isEqualTo(new ManyWriters.Outcome(100, 0));
            }
        }
    }

    @Test
    void nodesWhoseLocksDoNotHoldOnPostgres() throws Exception {
        for (int isolation : List.of(Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_SERIALIZABLE)) {
            try (TestDatabase database = TestDatabase.postgres(Postgres.url(), isolation)) {
                ManyWriters.Outcome outcome = ManyWriters.run(nodes(database, 4, false), 8, 5);

                assertThat(outcome.acknowledged()).isPositive();
            }
        }
    }

    @Test
    void aWriterThatGetsNoTurnIsToldToComeBack() throws Exception {
        try (TestDatabase database = TestDatabase.h2()) {
            LocalLocks locks = new LocalLocks();
            StrategyStore store = new AoStrategyStore(
                    database.activeObjects(), locks, (seq, hash) -> {}, Clock.systemUTC(), Duration.ofMillis(50));
            Thread holder = new Thread(
                    () -> locks.getLockForName("io.throughline.strategy.write").lock());
            holder.start();
            holder.join();

            assertThatThrownBy(() -> store.write("pmo", draft -> null)).isInstanceOf(StoreBusy.class);
        }
    }
}
