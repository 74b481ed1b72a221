package io.throughline.host.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** One real PostgreSQL for all tests of a run, with a new empty database for each that asks. */
public final class TestPostgres {
    private static EmbeddedPostgres server;

    private TestPostgres() {}

    /** A JDBC URL with user and password. */
    public static synchronized String newDatabase() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        // These tests kill no server; what costs seconds here is waiting for the disk.
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(TestPostgres::stop));
            }
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name + "?user=postgres&password=postgres";
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static synchronized void stop() {
        try {
            server.close();
        } catch (IOException stillThere) {
            throw new UncheckedIOException(stillThere);
        }
    }
}
