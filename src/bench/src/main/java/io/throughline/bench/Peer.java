package io.throughline.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The same question to a database that has the items and links in two tables. Nearest link wins, plan by plan: own link, else
 * the epic's, else the own project's. Size is carried by live stories and by live epics without a live story; inside an
 * objective an item counts once. It need not add up themes and plans nor weekly sizes, which ours does.
 */
abstract class Peer implements AutoCloseable {
    private static final String CARRIERS = """
        live as (select * from item where not cancelled),
        carrier as (select i.* from live i where i.level = 0
                    or not exists (select 1 from live s where s.parent = i.id)),
        own as (select ref as item, objective, plan from link where kind = 'ISSUE'),
        own_item as (select distinct item, plan from own)
        """;

    private static final String SUMS = """
        select objective, count(*) as items, count(*) filter (where done) as items_done,
          sum(points) as points, coalesce(sum(points) filter (where done), 0) as points_done,
          sum(seconds) as seconds, coalesce(sum(seconds) filter (where done), 0) as seconds_done
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

    /**
     * What is orphan to every plan: open epics by whether an open story is aligned, open stories without an open epic, and
     * projects; each with the open orphan size of its subtree in items. The best we know: joins level by level.
     */
    static final String ORPHANS = "with live as materialized (select * from item where not cancelled)," + """
        covers as (select distinct ref as item from link where kind = 'ISSUE'),
        whole as (select distinct ref as project from link where kind = 'PROJECT'),
        open_item as materialized (
          select i.id, i.parent, i.level, i.project,
            (i.id in (select item from covers) or i.parent in (select item from covers)
              or i.project in (select project from whole)) as aligned,
            (i.level = 0 or not exists (select 1 from live s where s.parent = i.id)) as carries
          from item i where not done),
        below as (select parent, count(*) filter (where not aligned) as orphans, bool_or(aligned) as any_aligned
          from open_item where parent <> 0 group by parent)
        select case when coalesce(b.any_aligned, false) then 'PARTIAL' else 'EPIC' end as kind, e.id,
            coalesce(b.orphans, 0) + (case when e.carries then 1 else 0 end) as size
          from open_item e left join below b on b.parent = e.id where e.level = 1 and not e.aligned
        union all
        select 'ISSUE', s.id, 1 from open_item s
          where s.level = 0 and not s.aligned
            and not exists (select 1 from open_item e where e.id = s.parent)
        union all
        select 'PROJECT', project, count(*) filter (where not aligned) from open_item where carries
          group by project having count(*) filter (where aligned) = 0 and count(*) filter (where not aligned) > 0
        """;

    final Connection connection;

    Peer(Connection connection) {
        this.connection = connection;
    }

    /** The two tables, empty. */
    static void createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table item (id bigint, parent bigint, level integer, project bigint,"
                    + " done boolean, cancelled boolean, points bigint, seconds bigint)");
            statement.execute("create table link (objective varchar, plan integer, kind varchar, ref bigint)");
        }
    }

    static int number(String objective) {
        return Integer.parseInt(objective.substring("OBJ-".length()));
    }

    /** Objective to total and done, in the measure of its plan. */
    Map<String, Totals> answer(String question) throws SQLException {
        Map<String, Totals> answer = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                TimeLimit limit = TimeLimit.on(statement);
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

    /** Kind, id and size of each orphan. */
    List<String> orphans() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                TimeLimit limit = TimeLimit.on(statement);
                ResultSet rows = statement.executeQuery(ORPHANS)) {
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getLong(2) + " " + rows.getLong(3));
            }
        }
        return found;
    }

    /** The same question; the engine finds all rows, and the caller fetches how many of each kind there are. */
    long countOrphans() throws SQLException {
        try (Statement statement = connection.createStatement();
                TimeLimit limit = TimeLimit.on(statement);
                ResultSet rows = statement.executeQuery(
                        "select kind, count(*), sum(size), max(id) from (" + ORPHANS + ") group by kind")) {
            long sum = 0;
            while (rows.next()) {
                sum += rows.getLong(2);
            }
            return sum;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
