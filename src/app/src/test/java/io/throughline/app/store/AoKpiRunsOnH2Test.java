package io.throughline.app.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** The real engine on H2. */
@Tag("slow")
class AoKpiRunsOnH2Test extends KpiRunsContract {
    private static TestDatabase database;

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
    KpiRuns runs() {
        return new AoKpiRuns(database.activeObjects(), new LocalLocks());
    }
}
