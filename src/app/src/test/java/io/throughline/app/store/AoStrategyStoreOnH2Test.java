package io.throughline.app.store;

import com.atlassian.beehive.ClusterLockService;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** The real engine on H2. */
class AoStrategyStoreOnH2Test extends StrategyStoreContract {
    private final MovableClock clock = new MovableClock();
    private final TestDatabase database = TestDatabase.h2();
    private final ClusterLockService locks = new LocalLocks();
    private final StrategyStore store = node();

    private StrategyStore node() {
        return new AoStrategyStore(database.activeObjects(), locks, (seq, hash) -> {}, clock, Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        database.close();
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
