package io.throughline.host.jira.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;

/** Which rules administrators put on which transitions; in the table {@code jira_workflow_rule}. */
public final class PlacedRules {

    private static final JsonMapper JSON = new JsonMapper();

    private final Jdbi jdbi;
    private final AtomicLong changes = new AtomicLong();

    public PlacedRules(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * One rule on one transition of one project's workflow.
     *
     * @param module complete key of the module; the plugin may be gone
     */
    public record Placed(
            long id, long projectId, int transition, RuleKind kind, String module, Map<String, String> args) {}

    /** In the order in which they were added. */
    public List<Placed> of(long projectId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM jira_workflow_rule WHERE project_id = ? ORDER BY id")
                .bind(0, projectId)
                .map((row, context) -> new Placed(
                        row.getLong("id"),
                        row.getLong("project_id"),
                        row.getInt("transition"),
                        RuleKind.valueOf(row.getString("kind")),
                        row.getString("module"),
                        read(row.getString("args"))))
                .list());
    }

    List<Placed> of(long projectId, int transition, RuleKind kind) {
        return of(projectId).stream()
                .filter(rule -> rule.transition == transition && rule.kind == kind)
                .toList();
    }

    /** Rises whenever this node puts or takes away a rule. */
    long changes() {
        return changes.get();
    }

    public void add(long projectId, int transition, RuleModule module, Map<String, String> args) {
        jdbi.useTransaction(handle -> {
            long id = handle.createQuery("SELECT coalesce(max(id), 0) + 1 FROM jira_workflow_rule")
                    .mapTo(Long.class)
                    .one();
            handle.execute(
                    "INSERT INTO jira_workflow_rule (id, project_id, transition, kind, module, args) VALUES (?, ?, ?, ?, ?, ?)",
                    id,
                    projectId,
                    transition,
                    module.kind().name(),
                    module.key(),
                    write(args));
        });
        changes.incrementAndGet();
    }

    public void remove(long id) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM jira_workflow_rule WHERE id = ?", id));
        changes.incrementAndGet();
    }

    private static Map<String, String> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("unreadable arguments of a workflow rule: " + json, broken);
        }
    }

    private static String write(Map<String, String> args) {
        try {
            return JSON.writeValueAsString(args);
        } catch (JsonProcessingException cannotHappen) {
            throw new IllegalStateException(cannotHappen);
        }
    }
}
