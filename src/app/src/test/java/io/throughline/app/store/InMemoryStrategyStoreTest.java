package io.throughline.app.store;

import io.throughline.app.MovableClock;
import java.time.Instant;

/** The twin keeps the contract, or tests that stand on it prove nothing. */
class InMemoryStrategyStoreTest extends StrategyStoreContract {
    private final MovableClock clock = new MovableClock();
    private final StrategyStore store = new InMemoryStrategyStore(clock);

    @Override
    StrategyStore store() {
        return store;
    }

    @Override
    StrategyStore anotherNode() {
        return store;
    }

    @Override
    void setNow(Instant now) {
        clock.set(now);
    }
}
