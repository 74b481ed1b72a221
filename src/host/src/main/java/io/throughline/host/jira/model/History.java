package io.throughline.host.jira.model;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What changed on an issue, when, by whom. */
public final class History {
    private final Jdbi jdbi;
    private final Ids ids;

    /**
     * @param fieldType "jira" or "custom"
     * @param from the old value's id, {@code fromText} its words; null where there was none
     */
    public record Item(String fieldType, String field, String from, String fromText, String to, String toText) {}

    /** @param author user key, may be null */
    public record Change(long id, String author, long created, List<Item> items) {}

    public History(Jdbi jdbi, Ids ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    /** To be asked for before the transaction, so that the counter's row is not held in it. */
    public long nextId() {
        return ids.next(Ids.Kind.CHANGE);
    }

    /** Inside the caller's transaction. */
    public static void add(Handle handle, Change change, long issueId) {
        handle.execute(
                "INSERT INTO jira_change VALUES (?, ?, ?, ?)", change.id(), issueId, change.author(), change.created());
        for (int at = 0; at < change.items().size(); at++) {
            Item item = change.items().get(at);
            handle.execute(
                    "INSERT INTO jira_change_item VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    change.id(),
                    at,
                    item.fieldType(),
                    item.field(),
                    item.from(),
                    item.fromText(),
                    item.to(),
                    item.toText());
        }
    }

    /** Oldest first. */
    public List<Change> of(long issueId) {
        return jdbi.withHandle(handle -> {
            List<Change> changes = new ArrayList<>();
            handle.createQuery("SELECT id, author, created FROM jira_change WHERE issue_id = ? ORDER BY id")
                    .bind(0, issueId)
                    .map((row, context) ->
                            new Change(row.getLong(1), row.getString(2), row.getLong(3), items(handle, row.getLong(1))))
                    .forEach(changes::add);
            return changes;
        });
    }

    private static List<Item> items(Handle handle, long changeId) {
        return handle.createQuery("SELECT * FROM jira_change_item WHERE change_id = ? ORDER BY position")
                .bind(0, changeId)
                .map((row, context) -> new Item(
                        row.getString("field_type"),
                        row.getString("field"),
                        row.getString("old_value"),
                        row.getString("old_string"),
                        row.getString("new_value"),
                        row.getString("new_string")))
                .list();
    }
}
