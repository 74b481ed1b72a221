package io.throughline.host.jira.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    /** Every link that starts or ends at one of the issues, once. */
    public List<Link> of(Collection<Long> issueIds) {
        Map<Long, Link> found = new TreeMap<>();
        jdbi.useHandle(handle -> Issues.batches(List.copyOf(issueIds))
                .forEach(batch -> handle.createQuery(
                                "SELECT * FROM jira_link WHERE source_id IN (<ids>) OR destination_id IN (<ids>)")
                        .bindList("ids", batch)
                        .map(MAPPER)
                        .forEach(link -> found.put(link.id(), link))));
        return List.copyOf(found.values());
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
