package io.throughline.host.jira.model;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** What people wrote below issues. */
public final class Comments {
    public static final int LONGEST = 32_767;

    private static final RowMapper<Comment> MAPPER = (row, context) -> new Comment(
            row.getLong("id"),
            row.getLong("issue_id"),
            row.getString("author"),
            row.getString("body"),
            row.getLong("created"),
            row.getLong("updated"));

    private final Jdbi jdbi;
    private final Ids ids;

    /** @param author user key, may be null */
    public record Comment(long id, long issueId, String author, String body, long created, long updated) {}

    public Comments(Jdbi jdbi, Ids ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    /** Oldest first. */
    public List<Comment> of(long issueId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM jira_comment WHERE issue_id = ? ORDER BY created, id")
                        .bind(0, issueId)
                        .map(MAPPER)
                        .list());
    }

    public Optional<Comment> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM jira_comment WHERE id = ?")
                .bind(0, id)
                .map(MAPPER)
                .findOne());
    }

    /** Adds it; the issue counts as updated, as in Jira. */
    public Comment add(long issueId, String author, String body, long now) {
        long id = ids.next(Ids.Kind.CHANGE); // comments and changes are both what happened to an issue
        return jdbi.inTransaction(handle -> {
            handle.execute("INSERT INTO jira_comment VALUES (?, ?, ?, ?, ?, ?)", id, issueId, author, body, now, now);
            handle.execute("UPDATE jira_issue SET updated = greatest(updated, ?) WHERE id = ?", now, issueId);
            return new Comment(id, issueId, author, body, now, now);
        });
    }

    public void delete(long id) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM jira_comment WHERE id = ?", id));
    }
}
