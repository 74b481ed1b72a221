package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real engine on H2. */
@Tag("slow")
class AoChangeFeedOnH2Test extends ChangeFeedContract {
    @RegisterExtension
    static final DatabaseForTests DATABASE = DatabaseForTests.h2();

    @Override
    ActiveObjects ao() {
        return DATABASE.activeObjects();
    }
}
