package io.throughline.app.confluence.pulse;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.throughline.app.store.DatabaseForTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real engine on H2. */
@Tag("slow")
class AnswersOnH2Test extends AnswersContract {
    @RegisterExtension
    static final DatabaseForTests DATABASE = DatabaseForTests.h2();

    @Override
    ActiveObjects ao() {
        return DATABASE.activeObjects();
    }
}
