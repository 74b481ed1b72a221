package io.throughline.app.store;

import io.throughline.app.remind.AoSentReminders;
import io.throughline.app.remind.SentReminders;
import io.throughline.app.remind.SentRemindersContract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real engine on H2. */
@Tag("slow")
class AoSentRemindersOnH2Test extends SentRemindersContract {
    @RegisterExtension
    static final DatabaseForTests DATABASE = DatabaseForTests.h2();

    @Override
    protected SentReminders sent() {
        return new AoSentReminders(DATABASE.activeObjects());
    }
}
