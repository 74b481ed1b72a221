package io.throughline.host.jira.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Projects, the keys they had before, and what belongs to them: issue types, statuses, components, versions, number counter. */
public final class Projects {
    static final RowMapper<ProjectRow> MAPPER = (row, context) -> new ProjectRow(
            row.getLong("id"),
            row.getString("project_key"),
            row.getString("name"),
            row.getString("description"),
            row.getString("lead"),
            row.getBoolean("archived"));

    private final Jdbi jdbi;
    private final Ids ids;

    public record Component(long id, long projectId, String name, String description) {}

    public record Version(
            long id, long projectId, String name, String description, boolean isArchived, boolean isReleased) {}

    public Projects(Jdbi jdbi, Ids ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    public List<ProjectRow> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM jira_project ORDER BY name, id")
                .map(MAPPER)
                .list());
    }

    public Optional<ProjectRow> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM jira_project WHERE id = ?")
                .bind(0, id)
                .map(MAPPER)
                .findOne());
    }

    /** By its present key. */
    public Optional<ProjectRow> findByKey(String key) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM jira_project WHERE project_key = ?")
                .bind(0, key)
                .map(MAPPER)
                .findOne());
    }

    /** By its present key or one it had before. */
    public Optional<ProjectRow> findByAnyKey(String key) {
        Optional<ProjectRow> present = findByKey(key);
        return present.isPresent()
                ? present
                : jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT p.* FROM jira_project p JOIN jira_project_key k ON k.project_id = p.id WHERE k.old_key = ?")
                        .bind(0, key)
                        .map(MAPPER)
                        .findOne());
    }

    /** Keys the project had before. */
    public List<String> formerKeys(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT old_key FROM jira_project_key WHERE project_id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .list());
    }

    /** @return the new project's id */
    public long insert(String key, String name, String description, String lead, Collection<Long> typeIds) {
        long id = ids.next(Ids.Kind.PROJECT);
        jdbi.useTransaction(handle -> {
            handle.execute(
                    "INSERT INTO jira_project (id, project_key, name, description, lead, counter, archived)"
                            + " VALUES (?, ?, ?, ?, ?, 0, FALSE)",
                    id,
                    key,
                    name,
                    description,
                    lead);
            typeIds.forEach(type -> handle.execute("INSERT INTO jira_project_type VALUES (?, ?)", id, type));
        });
        return id;
    }

    public void update(ProjectRow project) {
        jdbi.useTransaction(handle -> {
            String before = handle.createQuery("SELECT project_key FROM jira_project WHERE id = ?")
                    .bind(0, project.id())
                    .mapTo(String.class)
                    .one();
            handle.execute(
                    "UPDATE jira_project SET project_key = ?, name = ?, description = ?, lead = ?, archived = ? WHERE id = ?",
                    project.key(),
                    project.name(),
                    project.description(),
                    project.lead(),
                    project.isArchived(),
                    project.id());
            if (!before.equals(project.key())) {
                handle.execute("DELETE FROM jira_project_key WHERE old_key IN (?, ?)", before, project.key());
                handle.execute("INSERT INTO jira_project_key VALUES (?, ?)", before, project.id());
            }
        });
    }

    /** Removes the project itself; its issues are the caller's to delete first. */
    public void delete(long id) {
        jdbi.useTransaction(handle -> {
            for (String table : List.of(
                    "jira_project_key",
                    "jira_grant",
                    "jira_project_type",
                    "jira_project_status",
                    "jira_component",
                    "jira_version")) {
                handle.execute("DELETE FROM " + table + " WHERE project_id = ?", id);
            }
            handle.execute("DELETE FROM jira_project WHERE id = ?", id);
        });
    }

    /** The number for the next issue; holds the project's row until the caller's transaction ends. */
    static long nextNumber(Handle handle, long projectId) {
        handle.execute("UPDATE jira_project SET counter = counter + 1 WHERE id = ?", projectId);
        return handle.createQuery("SELECT counter FROM jira_project WHERE id = ?")
                .bind(0, projectId)
                .mapTo(Long.class)
                .one();
    }

    /** After an import: new issues are numbered after the highest one. */
    public void raiseCounter(long projectId) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE jira_project SET counter = greatest(counter, (SELECT coalesce(max(i.num), 0) FROM jira_issue i"
                        + " WHERE i.project_id = ?)) WHERE id = ?",
                projectId,
                projectId));
    }

    public List<Long> typeIds(long projectId) {
        return longs("SELECT type_id FROM jira_project_type WHERE project_id = ? ORDER BY type_id", projectId);
    }

    public void addType(long projectId, long typeId) {
        addOnce("jira_project_type", "type_id", projectId, typeId);
    }

    /** The statuses of the project's workflow; empty means the three of a new project. */
    public List<Long> statusIds(long projectId) {
        return longs("SELECT status_id FROM jira_project_status WHERE project_id = ? ORDER BY status_id", projectId);
    }

    public void addStatus(long projectId, long statusId) {
        addOnce("jira_project_status", "status_id", projectId, statusId);
    }

    public List<Component> components(long projectId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM jira_component WHERE project_id = ? ORDER BY name")
                        .bind(0, projectId)
                        .map((row, context) -> new Component(
                                row.getLong("id"), projectId, row.getString("name"), row.getString("description")))
                        .list());
    }

    public List<Version> versions(long projectId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM jira_version WHERE project_id = ? ORDER BY id")
                        .bind(0, projectId)
                        .map((row, context) -> new Version(
                                row.getLong("id"),
                                projectId,
                                row.getString("name"),
                                row.getString("description"),
                                row.getBoolean("archived"),
                                row.getBoolean("released")))
                        .list());
    }

    public Component addComponent(long projectId, String name, String description) {
        long id = ids.next(Ids.Kind.PART);
        jdbi.useHandle(handle ->
                handle.execute("INSERT INTO jira_component VALUES (?, ?, ?, ?)", id, projectId, name, description));
        return new Component(id, projectId, name, description);
    }

    public Version addVersion(long projectId, String name, String description, boolean isArchived, boolean isReleased) {
        long id = ids.next(Ids.Kind.PART);
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO jira_version (id, project_id, name, description, archived, released) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                projectId,
                name,
                description,
                isArchived,
                isReleased));
        return new Version(id, projectId, name, description, isArchived, isReleased);
    }

    private void addOnce(String table, String column, long projectId, long value) {
        jdbi.useTransaction(handle -> {
            boolean isKnown =
                    handle.createQuery("SELECT count(*) FROM " + table + " WHERE project_id = ? AND " + column + " = ?")
                                    .bind(0, projectId)
                                    .bind(1, value)
                                    .mapTo(Integer.class)
                                    .one()
                            > 0;
            if (!isKnown) {
                handle.execute("INSERT INTO " + table + " VALUES (?, ?)", projectId, value);
            }
        });
    }

    private List<Long> longs(String sql, long projectId) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind(0, projectId).mapTo(Long.class).list());
    }
}
