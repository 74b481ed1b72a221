package io.throughline.host.jira.jql;

import io.throughline.host.jira.jql.JqlSearch.Page;
import io.throughline.host.jira.model.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * How a page of a search is found without sorting a million issues for fifty. Few results are sorted as they are. Many are first
 * counted; then, whichever fits the order:
 *
 * <ul>
 *   <li>by a date: an index is walked from its end until the page is full, which gives the date of the page's last issue; what lies
 *       before that date is sorted properly, ties and all
 *   <li>by key: counted project by project, only the projects that the page touches are sorted
 *   <li>else all of them are sorted
 * </ul>
 */
final class Finding {
    /** So many ids are given back to the database to be sorted. */
    static final int FEW = 2_000;

    /** Walking pays only when the page is full after this part of the issues; else most of the walk finds nothing. */
    private static final int DENSE = 4;

    private static final String FROM = " FROM jira_issue i WHERE ";

    private final Jdbi jdbi;
    private final Dialect dialect;
    private final int few;

    private record Count(long project, long issues) {}

    Finding(Jdbi jdbi, Dialect dialect, int few) {
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.few = few;
    }

    long count(Sql where) {
        return one("SELECT count(*)" + FROM + where.text(), where);
    }

    Page page(Sql where, Order order, int start, int limit) {
        List<Long> all = longs("SELECT i.id" + FROM + where.text() + " LIMIT " + (few + 1), where);
        if (all.size() <= few) {
            List<Long> page = start >= all.size() ? List.of() : sorted(Sql.in("i.id", all), order, start, limit);
            return new Page(page, all.size());
        }
        if (order.isByProject()) {
            return byProject(where, order, start, limit);
        }
        long total = count(where);
        Optional<Order.Key> key = order.indexed().filter(indexed -> total >= (long) DENSE * (start + limit));
        return new Page(
                key.isPresent() ? walked(where, order, key.get(), start, limit) : sorted(where, order, start, limit),
                total);
    }

    /** @param isAll that the condition leaves out next to nothing */
    List<Long> first(Sql where, Order order, int limit, boolean isAll) {
        Optional<Order.Key> key = order.indexed().filter(indexed -> isAll);
        return key.isPresent()
                ? walked(where, order, key.get(), 0, limit)
                : page(where, order, 0, limit).ids();
    }

    private List<Long> walked(Sql where, Order order, Order.Key key, int start, int limit) {
        String along = " FROM jira_issue i"
                + dialect.useIndex("jira_issue_" + key.sql().substring(2));
        List<Long> last = longs(
                "SELECT " + key.sql() + along + " WHERE " + where.text() + " ORDER BY " + key.sql()
                        + (key.isDescending() ? " DESC" : "") + " LIMIT 1 OFFSET " + (start + limit - 1),
                where);
        Sql before = last.isEmpty()
                ? where
                : where.and(Sql.of(key.sql() + (key.isDescending() ? " >= ?" : " <= ?"), last.get(0)));
        return sorted(along, before, order, start, limit);
    }

    private Page byProject(Sql where, Order order, int start, int limit) {
        List<Count> counts = counts(where, order);
        List<Long> touched = new ArrayList<>();
        long before = 0;
        long seen = 0;
        for (Count count : counts) {
            if (seen + count.issues() <= start) {
                before += count.issues();
            } else if (seen < (long) start + limit) {
                touched.add(count.project());
            }
            seen += count.issues();
        }
        List<Long> page = touched.isEmpty()
                ? List.of()
                : sorted(where.and(Sql.in("i.project_id", touched)), order, (int) (start - before), limit);
        return new Page(page, seen);
    }

    private List<Count> counts(Sql where, Order order) {
        String sql = "SELECT i.project_id, i.issues FROM (SELECT i.project_id, count(*) AS issues" + FROM + where.text()
                + " GROUP BY i.project_id) i ORDER BY " + order.keys().get(0);
        return jdbi.withHandle(handle -> {
            var statement = handle.createQuery(sql);
            where.bindTo(statement);
            return statement
                    .map((row, context) -> new Count(row.getLong(1), row.getLong(2)))
                    .list();
        });
    }

    private List<Long> sorted(Sql where, Order order, int start, int limit) {
        return sorted(" FROM jira_issue i", where, order, start, limit);
    }

    private List<Long> sorted(String from, Sql where, Order order, int start, int limit) {
        return longs(
                "SELECT i.id" + from + " WHERE " + where.text() + " ORDER BY " + order.sql() + " LIMIT " + limit
                        + " OFFSET " + start,
                where);
    }

    private long one(String sql, Sql values) {
        return longs(sql, values).get(0);
    }

    private List<Long> longs(String sql, Sql values) {
        return jdbi.withHandle(handle -> {
            var statement = handle.createQuery(sql);
            values.bindTo(statement);
            return statement.mapTo(Long.class).list();
        });
    }
}
