package io.throughline.bench;

import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The peer: the same question to DuckDB, a columnar engine, with joins level by level (epic, then story). */
final class DuckDb implements AutoCloseable {

    /**
     * Nearest link wins: own link, else the epic's, else the own project's. Size is carried by live stories and by live epics
     * without a live story; inside an objective an item counts once.
     */
    private static final String QUESTION = """
            with live as (select * from item where not cancelled),
            carrier as (select i.* from live i where i.level = 0
                        or not exists (select 1 from live s where s.parent = i.id)),
            own as (select ref as item, objective from link where kind = 'ISSUE'),
            own_item as (select distinct item from own),
            reach as (
              select c.id, c.category, o.objective from carrier c join own o on o.item = c.id
              union
              select c.id, c.category, o.objective from carrier c join own o on o.item = c.parent
                where c.id not in (select item from own_item)
              union
              select c.id, c.category, l.objective from carrier c join link l on l.kind = 'PROJECT' and l.ref = c.project
                where c.id not in (select item from own_item)
                  and (c.parent = 0 or c.parent not in (select item from own_item)))
            select objective, count(*) as total, count(*) filter (category = 'DONE') as done
            from reach group by objective
            """;

    private final Connection connection;

    DuckDb(World world) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table item (id bigint, parent bigint, level integer, project bigint,"
                    + " category varchar, cancelled boolean)");
            statement.execute("create table link (objective varchar, kind varchar, ref bigint)");
        }
        try (DuckDBAppender rows = ((DuckDBConnection) connection).createAppender("main", "item")) {
            for (WorkItem item : world.items()) {
                rows.beginRow();
                rows.append(item.id());
                rows.append(item.parentId());
                rows.append(item.issueType().equals("Epic") ? 1 : 0);
                rows.append(item.projectId());
                rows.append(item.statusCategory().name());
                rows.append(item.statusCategory() == StatusCategory.DONE && "Won't Do".equals(item.resolution()));
                rows.endRow();
            }
        }
        try (DuckDBAppender rows = ((DuckDBConnection) connection).createAppender("main", "link")) {
            for (WorkLink link : world.links()) {
                rows.beginRow();
                rows.append(link.objective());
                rows.append(link.target().kind() == LinkTarget.Kind.PROJECT ? "PROJECT" : "ISSUE");
                rows.append(link.target().id());
                rows.endRow();
            }
        }
    }

    /** @return objective to total and done */
    TreeMap<String, Totals> answer() throws SQLException {
        TreeMap<String, Totals> answer = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUESTION)) {
            while (rows.next()) {
                answer.put(rows.getString(1), new Totals(rows.getLong(2), rows.getLong(3)));
            }
        }
        return answer;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
