package io.throughline.app.confluence.pulse;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.throughline.app.store.DatabaseForTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real engine on PostgreSQL. */
@Tag("slow")
class AnswersOnPostgresTest extends AnswersContract {
    @RegisterExtension
    static final DatabaseForTests DATABASE = DatabaseForTests.postgres();

    @Override
    ActiveObjects ao() {
        return DATABASE.activeObjects();
    }
}
