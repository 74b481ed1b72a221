package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The real engine on one H2 database for the tests of a class, empty before each. To be registered as a static field. */
final class H2ForTests implements BeforeEachCallback, AfterAllCallback {
    private final TestDatabase database = TestDatabase.h2();

    @Override
    public void beforeEach(ExtensionContext context) {
        database.cleared();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        database.close();
    }

    ActiveObjects activeObjects() {
        return database.activeObjects();
    }
}
