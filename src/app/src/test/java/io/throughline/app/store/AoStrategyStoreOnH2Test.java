package io.throughline.app.store;

import com.atlassian.beehive.ClusterLockService;
import io.throughline.app.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** The real engine on H2. */
@Tag("slow")
class AoStrategyStoreOnH2Test extends StrategyStoreContract {
    private static TestDatabase database;

    private final MovableClock clock = new MovableClock();
    private final ClusterLockService locks = new LocalLocks();
    private final StrategyStore store = node();

    private StrategyStore node() {
        return new AoStrategyStore(database.activeObjects(), locks, (seq, hash) -> {}, clock, Duration.ofSeconds(5));
    }

    @BeforeAll
    static void open() {
        database = TestDatabase.h2();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.cleared();
    }

    @Override
    StrategyStore store() {
        return store;
    }

    @Override
    StrategyStore anotherNode() {
        return node();
    }

    @Override
    void setNow(Instant now) {
        clock.set(now);
    }
}
