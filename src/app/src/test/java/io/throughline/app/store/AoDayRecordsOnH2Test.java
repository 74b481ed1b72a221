package io.throughline.app.store;

import io.throughline.app.daily.AoDayRecords;
import io.throughline.app.daily.DayRecords;
import io.throughline.app.daily.DayRecordsContract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real engine on H2. */
@Tag("slow")
class AoDayRecordsOnH2Test extends DayRecordsContract {
    @RegisterExtension
    static final DatabaseForTests DATABASE = DatabaseForTests.h2();

    @Override
    protected DayRecords records() {
        return new AoDayRecords(DATABASE.activeObjects());
    }
}
