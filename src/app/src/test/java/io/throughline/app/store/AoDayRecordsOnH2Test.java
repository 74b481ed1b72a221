package io.throughline.app.store;

import io.throughline.app.daily.AoDayRecords;
import io.throughline.app.daily.DayRecords;
import io.throughline.app.daily.DayRecordsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** The real engine on H2. */
@Tag("slow")
class AoDayRecordsOnH2Test extends DayRecordsContract {
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
    protected DayRecords records() {
        return new AoDayRecords(database.activeObjects());
    }
}
