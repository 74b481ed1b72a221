package io.throughline.bench;

import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** A PostgreSQL of its own, with indexes, statistics, and memory enough to join by hash. */
final class PostgreSql extends Peer {
    private final EmbeddedPostgres server;

    static PostgreSql of(World world) throws SQLException, IOException {
        return new PostgreSql(
                EmbeddedPostgres.builder()
                        .setServerConfig("shared_buffers", "1GB")
                        .setServerConfig("work_mem", "512MB")
                        .setServerConfig("max_parallel_workers_per_gather", "2")
                        .setServerConfig("fsync", "off")
                        .start(),
                world);
    }

    private PostgreSql(EmbeddedPostgres server, World world) throws SQLException, IOException {
        super(server.getPostgresDatabase().getConnection());
        this.server = server;
        createTables(connection);
        StringBuilder line = new StringBuilder();
        try (PGCopyOutputStream rows =
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), "copy item from stdin")) {
            for (WorkItem item : world.items()) {
                boolean done = item.statusCategory() == StatusCategory.DONE;
                put(
                        rows,
                        line,
                        item.id(),
                        item.parentId(),
                        item.issueType().equals("Epic") ? 1 : 0,
                        item.projectId(),
                        done,
                        done && "Won't Do".equals(item.resolution()),
                        item.storyPoints() == null ? 1000 : Math.round(item.storyPoints() * 1000),
                        item.originalEstimateSeconds() == null ? 28_800 : item.originalEstimateSeconds());
            }
        }
        try (PGCopyOutputStream rows =
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), "copy link from stdin")) {
            for (WorkLink link : world.links()) {
                put(
                        rows,
                        line,
                        link.objective(),
                        World.planOf(number(link.objective())),
                        link.target().kind() == LinkTarget.Kind.PROJECT ? "PROJECT" : "ISSUE",
                        link.target().id());
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter table item add primary key (id)");
            statement.execute("create index on item (parent)");
            statement.execute("create index on link (kind, ref)");
            statement.execute("vacuum analyze");
        }
    }

    private static void put(PGCopyOutputStream rows, StringBuilder line, Object... values) throws IOException {
        line.setLength(0);
        for (Object value : values) {
            line.append(line.isEmpty() ? "" : "\t").append(value);
        }
        rows.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws SQLException {
        super.close();
        try {
            server.close();
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
