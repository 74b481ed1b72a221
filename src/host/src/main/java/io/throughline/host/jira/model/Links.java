package io.throughline.host.jira.model;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Links between issues, read from the database each time as in Jira. */
public final class Links {
    private static final RowMapper<Link> MAPPER = (row, context) -> new Link(
            row.getLong("id"), row.getLong("type_id"), row.getLong("source_id"), row.getLong("destination_id"));

    private final Jdbi jdbi;
    private final Ids ids;

    public record Link(long id, long typeId, long sourceId, long destinationId) {}

    public Links(Jdbi jdbi, Ids ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    public Optional<Link> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM jira_link WHERE id = ?")
                .bind(0, id)
                .map(MAPPER)
                .findOne());
    }

    public List<Link> outward(long sourceId) {
        return by("source_id", sourceId);
    }

    public List<Link> inward(long destinationId) {
        return by("destination_id", destinationId);
    }

    /** The link itself, made now or there before. */
    public Link add(long typeId, long sourceId, long destinationId) {
        return outward(sourceId).stream()
                .filter(link -> link.typeId() == typeId && link.destinationId() == destinationId)
                .findFirst()
                .orElseGet(() -> {
                    long id = ids.next(Ids.Kind.LINK);
                    jdbi.useHandle(handle -> handle.execute(
                            "INSERT INTO jira_link VALUES (?, ?, ?, ?)", id, typeId, sourceId, destinationId));
                    return new Link(id, typeId, sourceId, destinationId);
                });
    }

    public void delete(long id) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM jira_link WHERE id = ?", id));
    }

    private List<Link> by(String column, long issueId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM jira_link WHERE " + column + " = ? ORDER BY id")
                        .bind(0, issueId)
                        .map(MAPPER)
                        .list());
    }
}
