package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** The real engine on PostgreSQL. */
@Tag("slow")
class AoChangeFeedOnPostgresTest extends ChangeFeedContract {
    private static TestDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = TestDatabase.postgres(Postgres.url(), Connection.TRANSACTION_READ_COMMITTED);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.cleared();
    }

    @Override
    ActiveObjects ao() {
        return database.activeObjects();
    }
}
