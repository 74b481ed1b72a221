package io.throughline.host.jira.model;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Saved filters: a name for a query. Others see the shared ones. */
public final class Filters {

    private static final long FIRST_ID = 10_000;
    private static final RowMapper<Filter> ROW = (row, context) -> new Filter(
            row.getLong("id"),
            row.getString("name"),
            row.getString("description"),
            row.getString("jql"),
            row.getString("owner"),
            row.getBoolean("shared"));

    private final Jdbi jdbi;

    public Filters(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * One filter.
     *
     * @param owner key of the user
     * @param shared with everybody who is logged in
     */
    public record Filter(long id, String name, String description, String jql, String owner, boolean shared) {
        public boolean isSeenBy(String user) {
            return shared || owner.equals(user);
        }
    }

    /** What the user sees, by name. */
    public List<Filter> seenBy(String user) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM jira_filter WHERE shared = TRUE OR owner = ? ORDER BY name, id")
                .bind(0, user)
                .map(ROW)
                .list());
    }

    public Optional<Filter> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM jira_filter WHERE id = ?")
                .bind(0, id)
                .map(ROW)
                .findOne());
    }

    /** @return empty when the owner has another filter of that name */
    public Optional<Filter> create(String name, String description, String jql, String owner, boolean shared) {
        return jdbi.inTransaction(handle -> {
            if (isTaken(handle, owner, name, 0)) {
                return Optional.empty();
            }
            long id = handle.createQuery("SELECT coalesce(max(id) + 1, ?) FROM jira_filter")
                    .bind(0, FIRST_ID)
                    .mapTo(Long.class)
                    .one();
            handle.execute(
                    "INSERT INTO jira_filter (id, name, description, jql, owner, shared) VALUES (?, ?, ?, ?, ?, ?)",
                    id,
                    name,
                    description,
                    jql,
                    owner,
                    shared);
            return Optional.of(new Filter(id, name, description, jql, owner, shared));
        });
    }

    /** @return false when the owner has another filter of that name */
    public boolean update(Filter filter) {
        return jdbi.inTransaction(handle -> {
            if (isTaken(handle, filter.owner, filter.name, filter.id)) {
                return false;
            }
            handle.execute(
                    "UPDATE jira_filter SET name = ?, description = ?, jql = ?, shared = ? WHERE id = ?",
                    filter.name,
                    filter.description,
                    filter.jql,
                    filter.shared,
                    filter.id);
            return true;
        });
    }

    public void delete(long id) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM jira_filter WHERE id = ?", id));
    }

    private static boolean isTaken(Handle handle, String owner, String name, long butId) {
        return handle.createQuery("SELECT count(*) FROM jira_filter WHERE owner = ? AND name = ? AND id <> ?")
                        .bind(0, owner)
                        .bind(1, name)
                        .bind(2, butId)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }
}
