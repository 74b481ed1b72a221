package io.throughline.app.confluence.act;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.throughline.app.store.DatabaseForTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real engine on H2. */
@Tag("slow")
class SentFormsOnH2Test extends SentFormsContract {
    @RegisterExtension
    static final DatabaseForTests DATABASE = DatabaseForTests.h2();

    @Override
    ActiveObjects ao() {
        return DATABASE.activeObjects();
    }
}
