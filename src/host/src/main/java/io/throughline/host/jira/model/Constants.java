package io.throughline.host.jira.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Issue types, statuses, resolutions, priorities, link types and custom fields. They are few and read all the time, so each table
 * is held in memory; a row that is asked for and unknown makes it read again, since another node may have added it. Rows
 * are never changed or deleted.
 */
public final class Constants {
    private final Jdbi jdbi;
    private final Ids ids;
    private final Table<Constant.IssueType> types;
    private final Table<Constant.Status> statuses;
    private final Table<Constant.Resolution> resolutions;
    private final Table<Constant.Priority> priorities;
    private final Table<Constant.LinkType> linkTypes;
    private final Table<Constant.Field> fields;

    public Constants(Jdbi jdbi, Ids ids) {
        this.jdbi = jdbi;
        this.ids = ids;
        types = new Table<>(
                "jira_issue_type",
                (row, context) -> new Constant.IssueType(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("description"),
                        row.getBoolean("subtask")));
        statuses = new Table<>(
                "jira_status",
                (row, context) -> new Constant.Status(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("description"),
                        row.getLong("category_id")));
        resolutions = new Table<>(
                "jira_resolution",
                (row, context) -> new Constant.Resolution(
                        row.getLong("id"), row.getString("name"), row.getString("description")));
        priorities = new Table<>(
                "jira_priority",
                (row, context) ->
                        new Constant.Priority(row.getLong("id"), row.getString("name"), row.getString("description")));
        linkTypes = new Table<>(
                "jira_link_type",
                (row, context) -> new Constant.LinkType(
                        row.getLong("id"), row.getString("name"), row.getString("inward"), row.getString("outward")));
        fields = new Table<>(
                "jira_custom_field",
                (row, context) -> new Constant.Field(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("type_key"),
                        row.getString("description")));
    }

    public Table<Constant.IssueType> types() {
        return types;
    }

    public Table<Constant.Status> statuses() {
        return statuses;
    }

    public Table<Constant.Resolution> resolutions() {
        return resolutions;
    }

    public Table<Constant.Priority> priorities() {
        return priorities;
    }

    public Table<Constant.LinkType> linkTypes() {
        return linkTypes;
    }

    public Table<Constant.Field> fields() {
        return fields;
    }

    /** The one field of a type that only one field has, such as the Epic Link. */
    public Constant.Field field(String typeKey) {
        return fields.first(field -> field.typeKey().equals(typeKey)).orElseThrow();
    }

    public Constant.Field storyPoints() {
        return fields.first(field -> field.typeKey().equals(FieldTypes.NUMBER)
                        && field.name().equals("Story Points"))
                .orElseThrow();
    }

    public Constant.IssueType addType(String name, String description, boolean isSubtask) {
        return types.add(id -> new Constant.IssueType(id, name, description, isSubtask), name, description, isSubtask);
    }

    public Constant.Status addStatus(String name, String description, long categoryId) {
        return statuses.add(
                id -> new Constant.Status(id, name, description, categoryId), name, description, categoryId);
    }

    public Constant.Resolution addResolution(String name, String description) {
        return resolutions.add(id -> new Constant.Resolution(id, name, description), name, description);
    }

    public Constant.Priority addPriority(String name, String description) {
        return priorities.add(id -> new Constant.Priority(id, name, description), name, description);
    }

    public Constant.LinkType addLinkType(String name, String inward, String outward) {
        return linkTypes.add(id -> new Constant.LinkType(id, name, inward, outward), name, inward, outward);
    }

    public Constant.Field addField(String name, String typeKey) {
        return fields.add(id -> new Constant.Field(id, name, typeKey, ""), name, typeKey, "");
    }

    /** One table in memory, in the order of ids. */
    public final class Table<T extends Constant> {
        private final String name;
        private final RowMapper<T> mapper;
        private volatile Map<Long, T> rows;

        private Table(String name, RowMapper<T> mapper) {
            this.name = name;
            this.mapper = mapper;
            this.rows = read();
        }

        public Collection<T> all() {
            return rows.values();
        }

        public Optional<T> find(long id) {
            T known = rows.get(id);
            if (known == null) {
                rows = read();
                known = rows.get(id);
            }
            return Optional.ofNullable(known);
        }

        /** @throws IllegalArgumentException for an id that no row has */
        public T get(long id) {
            return find(id).orElseThrow(() -> new IllegalArgumentException("no row " + id + " in " + name));
        }

        public Optional<T> first(Predicate<T> condition) {
            return rows.values().stream().filter(condition).findFirst();
        }

        /** Without regard to case; the first when several share the name. */
        public Optional<T> byName(String wanted) {
            return first(row -> row.name().equalsIgnoreCase(wanted));
        }

        /** By name without regard to case, or by id. */
        public List<T> byNameOrId(String text) {
            List<T> known = matching(text);
            if (known.isEmpty()) {
                rows = read();
                known = matching(text);
            }
            return known;
        }

        private List<T> matching(String text) {
            return rows.values().stream()
                    .filter(row -> row.name().equalsIgnoreCase(text)
                            || Long.toString(row.id()).equals(text))
                    .toList();
        }

        private T add(Function<Long, T> row, Object... columns) {
            long id = ids.next(Ids.Kind.CONSTANT);
            Object[] values = new Object[columns.length + 1];
            values[0] = id;
            System.arraycopy(columns, 0, values, 1, columns.length);
            String marks = "?" + ", ?".repeat(columns.length);
            jdbi.useHandle(handle -> handle.execute("INSERT INTO " + name + " VALUES (" + marks + ")", values));
            rows = read();
            return row.apply(id);
        }

        private Map<Long, T> read() {
            Map<Long, T> fresh = new LinkedHashMap<>();
            jdbi.useHandle(handle -> select(handle).forEach(row -> fresh.put(row.id(), row)));
            return Collections.unmodifiableMap(fresh);
        }

        private List<T> select(Handle handle) {
            return handle.createQuery("SELECT * FROM " + name + " ORDER BY id")
                    .map(mapper)
                    .list();
        }
    }
}
