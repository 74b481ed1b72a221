package io.throughline.app.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The real engine on PostgreSQL. */
@Tag("slow")
class TamperingOnPostgresTest extends TamperingRules {
    /** Columns: every one has an underscore, but for these. */
    private static final Pattern COLUMN =
            Pattern.compile("\\b(?<![@\"])([A-Z]+_[A-Z]+|ID|NAME|LIFECYCLE|DOCUMENT)\\b(?!\")");

    private static TestDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = TestDatabase.postgres(Postgres.url(), Connection.TRANSACTION_READ_COMMITTED);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    TestDatabase database() {
        return database;
    }

    /** Active Objects made the columns in upper case, which PostgreSQL only finds in quotes. */
    @Override
    String dialect(String statement) {
        StringBuilder quoted = new StringBuilder();
        boolean isText = false;
        for (String part : statement.split("(?=')|(?<=')", -1)) {
            isText = part.equals("'") != isText;
            quoted.append(isText ? part : COLUMN.matcher(part).replaceAll("\"$0\""));
        }
        return quoted.toString();
    }
}
