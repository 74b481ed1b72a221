package io.throughline.bench;

import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB in this process, a columnar engine with all its threads. */
final class DuckDb extends Peer {
    DuckDb(World world) throws SQLException {
        super(DriverManager.getConnection("jdbc:duckdb:"));
        createTables(connection);
        try (DuckDBAppender rows = ((DuckDBConnection) connection).createAppender("main", "item")) {
            for (WorkItem item : world.items()) {
                boolean done = item.statusCategory() == StatusCategory.DONE;
                rows.beginRow();
                rows.append(item.id());
                rows.append(item.parentId());
                rows.append(item.issueType().equals("Epic") ? 1 : 0);
                rows.append(item.projectId());
                rows.append(done);
                rows.append(done && "Won't Do".equals(item.resolution()));
                rows.append(item.storyPoints() == null ? 1000 : Math.round(item.storyPoints() * 1000));
                rows.append(item.originalEstimateSeconds() == null ? 28_800 : item.originalEstimateSeconds());
                rows.endRow();
            }
        }
        try (DuckDBAppender rows = ((DuckDBConnection) connection).createAppender("main", "link")) {
            for (WorkLink link : world.links()) {
                rows.beginRow();
                rows.append(link.objective());
                rows.append(World.planOf(number(link.objective())));
                rows.append(link.target().kind() == LinkTarget.Kind.PROJECT ? "PROJECT" : "ISSUE");
                rows.append(link.target().id());
                rows.endRow();
            }
        }
    }

    /** Writes both tables into a database file and lets go of it. */
    void save(Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("attach '" + file + "' as saved");
            statement.execute("create table saved.item as select * from item");
            statement.execute("create table saved.link as select * from link");
            statement.execute("detach saved");
        }
    }

    /** Opens such a file and reads each of its columns once. */
    long load(Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("attach '" + file + "' as saved (read_only)");
            try (ResultSet row = statement.executeQuery(
                    "select count(*), sum(id), sum(parent), sum(level), sum(project), count(*) filter (where done),"
                            + " count(*) filter (where cancelled), sum(points), sum(seconds),"
                            + " (select sum(ref) + sum(plan) + count(distinct objective) + count(distinct kind)"
                            + " from saved.link) from saved.item")) {
                row.next();
                return row.getLong(1);
            } finally {
                statement.execute("detach saved");
            }
        }
    }
}
