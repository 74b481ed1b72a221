package io.throughline.app.store;

import io.throughline.app.remind.AoSentReminders;
import io.throughline.app.remind.SentReminders;
import io.throughline.app.remind.SentRemindersContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** The real engine on H2. */
@Tag("slow")
class AoSentRemindersOnH2Test extends SentRemindersContract {
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
    protected SentReminders sent() {
        return new AoSentReminders(database.activeObjects());
    }
}
