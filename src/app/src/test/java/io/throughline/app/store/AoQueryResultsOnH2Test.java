package io.throughline.app.store;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real engine on H2. */
@Tag("slow")
class AoQueryResultsOnH2Test extends QueryResultsContract {
    @RegisterExtension
    static final DatabaseForTests DATABASE = DatabaseForTests.h2();

    @Override
    QueryResults results() {
        return new AoQueryResults(DATABASE.activeObjects(), new LocalLocks());
    }
}
