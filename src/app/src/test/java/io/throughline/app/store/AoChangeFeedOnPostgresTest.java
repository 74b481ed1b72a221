package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real engine on PostgreSQL. */
@Tag("slow")
class AoChangeFeedOnPostgresTest extends ChangeFeedContract {
    @RegisterExtension
    static final DatabaseForTests DATABASE = DatabaseForTests.postgres();

    @Override
    ActiveObjects ao() {
        return DATABASE.activeObjects();
    }
}
