package io.throughline.app.store;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real engine on H2. */
@Tag("slow")
class AoKpiRunsOnH2Test extends KpiRunsContract {
    @RegisterExtension
    static final DatabaseForTests DATABASE = DatabaseForTests.h2();

    @Override
    KpiRuns runs() {
        return new AoKpiRuns(DATABASE.activeObjects(), new LocalLocks());
    }
}
