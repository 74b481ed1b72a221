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

/**
 * The peer: the same question to DuckDB, a columnar engine with all its threads. Nearest link wins, plan by plan: own link,
 * else the epic's, else the own project's. Size is carried by live stories and by live epics without a live story; inside
 * an objective an item counts once. It need not add up themes and plans nor weekly sizes, which ours does.
 */
final class DuckDb implements AutoCloseable {
    private static final String CARRIERS = """
            live as (select * from item where not cancelled),
            carrier as (select i.* from live i where i.level = 0
                        or not exists (select 1 from live s where s.parent = i.id)),
            own as (select ref as item, objective, plan from link where kind = 'ISSUE'),
            own_item as (select distinct item, plan from own)
            """;

    private static final String SUMS = """
            select objective, count(*) as items, count(*) filter (done) as items_done,
              sum(points) as points, coalesce(sum(points) filter (done), 0) as points_done,
              sum(seconds) as seconds, coalesce(sum(seconds) filter (done), 0) as seconds_done
            from reach join item using (id) group by objective
            """;

    /** The best we know: joins level by level, epic, then story. */
    static final String BY_LEVEL = "with " + CARRIERS + """
            , reach as (
              select c.id, o.objective from carrier c join own o on o.item = c.id
              union
              select c.id, o.objective from carrier c join own o on o.item = c.parent
                where not exists (select 1 from own_item p where p.item = c.id and p.plan = o.plan)
              union
              select c.id, l.objective from carrier c join link l on l.kind = 'PROJECT' and l.ref = c.project
                where not exists (select 1 from own_item p where p.item = c.id and p.plan = l.plan)
                  and not exists (select 1 from own_item p where p.item = c.parent and p.plan = l.plan))
            """ + SUMS;

    /** For any depth: each item with all its ancestors, the nearest linked one per plan. */
    static final String RECURSIVE = "with recursive " + CARRIERS + """
            , above(id, up, steps) as (
              select id, id, 0 from carrier
              union all
              select a.id, i.parent, a.steps + 1 from above a join item i on i.id = a.up where i.parent <> 0),
            nearest as (select a.id, p.plan, min(a.steps) as steps
              from above a join own_item p on p.item = a.up group by a.id, p.plan),
            reach as (
              select distinct n.id, o.objective from nearest n
                join above a on a.id = n.id and a.steps = n.steps
                join own o on o.item = a.up and o.plan = n.plan
              union
              select c.id, l.objective from carrier c join link l on l.kind = 'PROJECT' and l.ref = c.project
                where not exists (select 1 from nearest n where n.id = c.id and n.plan = l.plan))
            """ + SUMS;

    private final Connection connection;

    DuckDb(World world) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table item (id bigint, parent bigint, level integer, project bigint,"
                    + " done boolean, cancelled boolean, points bigint, seconds bigint)");
            statement.execute("create table link (objective varchar, plan integer, kind varchar, ref bigint)");
        }
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

    private static int number(String objective) {
        return Integer.parseInt(objective.substring("OBJ-".length()));
    }

    /** Objective to total and done, in the measure of its plan. */
    TreeMap<String, Totals> answer(String question) throws SQLException {
        TreeMap<String, Totals> answer = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                String objective = rows.getString(1);
                // remainder 0 items, 1 points, 2 seconds: as the world deals out measures
                int column = 2 + 2 * (World.planOf(number(objective)) % 3);
                answer.put(objective, new Totals(rows.getLong(column), rows.getLong(column + 1)));
            }
        }
        return answer;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
