package io.throughline.host.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads issues. What belongs to many issues is read for all of them in one statement. */
public final class Issues {
    /** How many ids go into one statement. */
    public static final int BATCH = 500;

    private static final Pattern KEY = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)-([0-9]{1,18})");
    private static final String SELECT =
            "SELECT i.*, p.project_key FROM jira_issue i JOIN jira_project p ON p.id = i.project_id ";

    private static final RowMapper<IssueRow> MAPPER = (row, context) -> new IssueRow(
            row.getLong("id"),
            row.getString("project_key") + "-" + row.getLong("num"),
            row.getLong("project_id"),
            row.getLong("num"),
            row.getLong("type_id"),
            row.getLong("status_id"),
            nullable(row, "resolution_id"),
            nullable(row, "priority_id"),
            row.getString("summary"),
            row.getString("description"),
            row.getString("assignee"),
            row.getString("reporter"),
            row.getString("creator"),
            row.getLong("created"),
            row.getLong("updated"),
            nullable(row, "resolved"),
            row.getObject("due", LocalDate.class),
            nullable(row, "original_estimate"),
            nullable(row, "remaining_estimate"),
            nullable(row, "time_spent"),
            nullable(row, "parent_id"),
            row.getBoolean("archived"),
            nullable(row, "archived_at"));

    private final Jdbi jdbi;

    public Issues(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A project key and an issue number, upper-cased; empty when the text is no issue key. */
    public record Key(String project, long number) {
        public static Optional<Key> parse(String text) {
            Matcher matcher = KEY.matcher(text.trim());
            return matcher.matches()
                    ? Optional.of(new Key(
                            matcher.group(1).toUpperCase(java.util.Locale.ROOT), Long.parseLong(matcher.group(2))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return project + "-" + number;
        }
    }

    public Optional<IssueRow> find(long id) {
        return jdbi.withHandle(handle -> find(handle, id));
    }

    /** Inside the caller's transaction. */
    public static Optional<IssueRow> find(Handle handle, long id) {
        return handle.createQuery(SELECT + "WHERE i.id = ?")
                .bind(0, id)
                .map(MAPPER)
                .findOne();
    }

    public Optional<IssueRow> findByKey(String key) {
        return Key.parse(key)
                .flatMap(parsed ->
                        jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE p.project_key = ? AND i.num = ?")
                                .bind(0, parsed.project())
                                .bind(1, parsed.number())
                                .map(MAPPER)
                                .findOne()));
    }

    /** By the present key or by one the issue had before it was moved or its project renamed. */
    public Optional<IssueRow> findByAnyKey(String key) {
        Optional<IssueRow> present = findByKey(key);
        if (present.isPresent()) {
            return present;
        }
        return Key.parse(key)
                .flatMap(parsed -> jdbi.withHandle(handle -> movedId(handle, parsed)
                        .or(() -> renamedId(handle, parsed))
                        .flatMap(this::find)));
    }

    private static Optional<Long> movedId(Handle handle, Key key) {
        return handle.createQuery("SELECT issue_id FROM jira_issue_key WHERE old_key = ?")
                .bind(0, key.toString())
                .mapTo(Long.class)
                .findOne();
    }

    private static Optional<Long> renamedId(Handle handle, Key key) {
        return handle.createQuery("SELECT i.id FROM jira_issue i JOIN jira_project_key k ON k.project_id = i.project_id"
                        + " WHERE k.old_key = ? AND i.num = ?")
                .bind(0, key.project())
                .bind(1, key.number())
                .mapTo(Long.class)
                .findOne();
    }

    /** In the order of the ids; unknown ids are left out. */
    public List<IssueRow> find(Collection<Long> ids) {
        List<Long> wanted = List.copyOf(ids);
        Map<Long, IssueRow> found = new HashMap<>();
        jdbi.useHandle(handle -> batches(wanted)
                .forEach(batch -> handle.createQuery(SELECT + "WHERE i.id IN (<ids>)")
                        .bindList("ids", batch)
                        .map(MAPPER)
                        .forEach(row -> found.put(row.id(), row))));
        return wanted.stream().map(found::get).filter(row -> row != null).toList();
    }

    public List<Long> idsOfProject(long projectId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT id FROM jira_issue WHERE project_id = ? ORDER BY num")
                        .bind(0, projectId)
                        .mapTo(Long.class)
                        .list());
    }

    public List<Long> numbersOfProject(long projectId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT num FROM jira_issue WHERE project_id = ?")
                .bind(0, projectId)
                .mapTo(Long.class)
                .list());
    }

    /** Sub-tasks in the order they were made. */
    public List<IssueRow> subtasks(long parentId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE i.parent_id = ? ORDER BY i.id")
                .bind(0, parentId)
                .map(MAPPER)
                .list());
    }

    /** The sub-tasks of any of the issues. */
    public List<IssueRow> subtasksOf(Collection<Long> parentIds) {
        List<IssueRow> found = new ArrayList<>();
        jdbi.useHandle(handle -> batches(List.copyOf(parentIds))
                .forEach(batch -> handle.createQuery(SELECT + "WHERE i.parent_id IN (<ids>) ORDER BY i.id")
                        .bindList("ids", batch)
                        .map(MAPPER)
                        .forEach(found::add)));
        return found;
    }

    /** Issues whose custom field points at the given one, such as the children of an epic. */
    public List<IssueRow> pointingAt(long fieldId, long issueId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT
                                + "JOIN jira_custom_value v ON v.issue_id = i.id WHERE v.field_id = ? AND v.issue_value = ? ORDER BY i.id")
                .bind(0, fieldId)
                .bind(1, issueId)
                .map(MAPPER)
                .list());
    }

    public List<String> formerKeys(long issueId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT old_key FROM jira_issue_key WHERE issue_id = ?")
                .bind(0, issueId)
                .mapTo(String.class)
                .list());
    }

    /** References of an import whose issue is not here: "parent PROC-12". */
    public List<String> openReferences(long issueId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT kind, ref_project, ref_number FROM jira_open_reference WHERE issue_id = ? ORDER BY kind")
                .bind(0, issueId)
                .map((row, context) ->
                        row.getString("kind") + " " + row.getString("ref_project") + "-" + row.getLong("ref_number"))
                .list());
    }

    /** Every id gets parts, if only empty ones. */
    public Map<Long, IssueParts> parts(Collection<Long> ids) {
        return jdbi.withHandle(handle -> parts(handle, ids));
    }

    /** Inside the caller's transaction. */
    public static Map<Long, IssueParts> parts(Handle handle, Collection<Long> ids) {
        return new PartsReader(handle).read(ids);
    }

    public long count() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM jira_issue")
                .mapTo(Long.class)
                .one());
    }

    /** Projects without an issue are left out. */
    public Map<Long, Long> countByProject() {
        Map<Long, Long> counts = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT project_id, count(*) FROM jira_issue GROUP BY project_id")
                .map((row, context) -> Map.entry(row.getLong(1), row.getLong(2)))
                .forEach(count -> counts.put(count.getKey(), count.getValue())));
        return counts;
    }

    static <T> List<List<T>> batches(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        return batches;
    }

    static Long nullable(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
