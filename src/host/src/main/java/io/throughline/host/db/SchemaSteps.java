package io.throughline.host.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The host's own tables as numbered steps, each done once. A step that has run is never edited; what changes later is a new one.
 * Several nodes may start at the same moment: on PostgreSQL they wait for each other.
 *
 * <pre>{@code
 * new SchemaSteps("jira", database)
 *         .step("projects", "create table project (id bigint primary key, …)")
 *         .step("index of project keys", "create unique index …")
 *         .apply();
 * }</pre>
 */
public final class SchemaSteps {

    /** Any number will do, as long as every node uses the same. */
    private static final long STARTING = 0x7468726f7567686cL;

    private final String owner;
    private final NodeDatabase database;
    private final List<Step> steps = new ArrayList<>();

    public SchemaSteps(String owner, NodeDatabase database) {
        this.owner = owner;
        this.database = database;
    }

    /** The next step. {@code %LONGTEXT%} and {@code %BYTES%} stand for the dialect's types. */
    public SchemaSteps step(String what, String... statements) {
        steps.add(new Step(what, List.of(statements)));
        return this;
    }

    /** Runs what has not run yet, each step in a transaction of its own. */
    public void apply() {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                lock(connection);
                execute(connection, """
                        create table if not exists host_schema_step (
                            owner varchar(60) not null, number integer not null, what varchar(200) not null,
                            primary key (owner, number))""");
                connection.commit();
                for (int number = 1; number <= steps.size(); number++) {
                    lock(connection);
                    applyOnce(connection, number, steps.get(number - 1));
                    connection.commit();
                }
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            }
        } catch (SQLException failed) {
            throw new DatabaseRefused("cannot create the tables of " + owner + ": " + failed.getMessage(), failed);
        }
    }

    private void applyOnce(Connection connection, int number, Step step) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select what from host_schema_step where owner = ? and number = ?")) {
            query.setString(1, owner);
            query.setInt(2, number);
            try (ResultSet found = query.executeQuery()) {
                if (found.next()) {
                    return;
                }
            }
        }
        for (String statement : step.statements) {
            execute(connection, statement);
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into host_schema_step (owner, number, what) values (?, ?, ?)")) {
            insert.setString(1, owner);
            insert.setInt(2, number);
            insert.setString(3, step.what);
            insert.executeUpdate();
        }
    }

    private void execute(Connection connection, String sql) throws SQLException {
        Dialect dialect = database.dialect();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.replace("%LONGTEXT%", dialect.longText()).replace("%BYTES%", dialect.bytes()));
        }
    }

    private void lock(Connection connection) throws SQLException {
        if (database.dialect() == Dialect.POSTGRESQL) {
            execute(connection, "select pg_advisory_xact_lock(" + STARTING + ")");
        }
    }

    private record Step(String what, List<String> statements) {}
}
