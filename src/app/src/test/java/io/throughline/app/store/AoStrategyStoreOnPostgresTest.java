package io.throughline.app.store;

import com.atlassian.beehive.ClusterLockService;
import io.throughline.app.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real engine on PostgreSQL. */
@Tag("slow")
class AoStrategyStoreOnPostgresTest extends StrategyStoreContract {
    @RegisterExtension
    static final DatabaseForTests DATABASE = DatabaseForTests.postgres();

    private final MovableClock clock = new MovableClock();
    private final ClusterLockService locks = new LocalLocks();
    private final StrategyStore store = node();

    private StrategyStore node() {
        return new AoStrategyStore(DATABASE.activeObjects(), locks, (seq, hash) -> {}, clock, Duration.ofSeconds(5));
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
