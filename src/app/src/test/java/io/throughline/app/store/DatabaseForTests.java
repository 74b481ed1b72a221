package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The real engine on one database for the tests of a class, empty before each. To be registered as a static field. */
public final class DatabaseForTests implements BeforeEachCallback, AfterAllCallback {
    private final TestDatabase database;

    private DatabaseForTests(TestDatabase database) {
        this.database = database;
    }

    public static DatabaseForTests h2() {
        return new DatabaseForTests(TestDatabase.h2());
    }

    public static DatabaseForTests postgres() {
        try {
            return new DatabaseForTests(TestDatabase.postgres(Postgres.url(), Connection.TRANSACTION_READ_COMMITTED));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        database.cleared();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        database.close();
    }

    public ActiveObjects activeObjects() {
        return database.activeObjects();
    }
}
