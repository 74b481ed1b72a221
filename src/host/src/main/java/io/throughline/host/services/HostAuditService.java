package io.throughline.host.services;

import com.atlassian.audit.api.AuditService;
import com.atlassian.audit.entity.AuditEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.throughline.host.launch.Users;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audit log: a row and a line of the log for each event, with author, node and time added. */
public final class HostAuditService implements AuditService {
    private static final Logger LOG = LoggerFactory.getLogger("audit");

    private final Jdbi jdbi;
    private final Users users;
    private final String nodeId;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    HostAuditService(Jdbi jdbi, Users users, String nodeId, Clock clock) {
        this.jdbi = jdbi;
        this.users = users;
        this.nodeId = nodeId;
        this.clock = clock;
    }

    @Override
    public void audit(AuditEvent event) {
        String author = users.current().orElse("System");
        String details = details(event);
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into host_audit (at, node, author, area, level, category_key, action_key, details)"
                                + " values (:at, :node, :author, :area, :level, :category, :action, :details)")
                .bind("at", Timestamp.from(clock.instant()))
                .bind("node", nodeId)
                .bind("author", author)
                .bind("area", String.valueOf(event.getArea()))
                .bind("level", event.getLevel().name())
                .bind("category", event.getCategoryI18nKey())
                .bind("action", event.getActionI18nKey())
                .bind("details", details)
                .execute());
        LOG.info("{} {} {}", author, event.getActionI18nKey(), details);
    }

    /** The newest events first. */
    public List<Entry> newest(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from host_audit order by id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> new Entry(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("node"),
                        row.getString("author"),
                        row.getString("category_key"),
                        row.getString("action_key"),
                        row.getString("details")))
                .list());
    }

    /** @param details what was touched and changed, as JSON */
    public record Entry(
            long id,
            java.time.Instant at,
            String node,
            String author,
            String categoryKey,
            String actionKey,
            String details) {}

    private String details(AuditEvent event) {
        List<Map<String, String>> objects = event.getAffectedObjects().stream()
                .map(object -> pairs("type", object.getType(), "name", object.getName(), "id", object.getId()))
                .toList();
        List<Map<String, String>> changes = event.getChangedValues().stream()
                .map(change -> pairs("key", change.getI18nKey(), "from", change.getFrom(), "to", change.getTo()))
                .toList();
        List<Map<String, String>> attributes = event.getExtraAttributes().stream()
                .map(attribute -> pairs("key", attribute.getNameI18nKey(), "value", attribute.getValue()))
                .toList();
        try {
            return json.writeValueAsString(Map.of("objects", objects, "changes", changes, "attributes", attributes));
        } catch (JsonProcessingException cannotHappen) {
            throw new IllegalStateException(cannotHappen);
        }
    }

    private static Map<String, String> pairs(String... namesAndValues) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return pairs;
    }
}
