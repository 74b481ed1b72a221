package io.throughline.host.jira.model;

import org.jdbi.v3.core.Jdbi;

/**
 * Gives ids, rising and never twice, also between nodes: the counter is a row. A block is taken in a transaction of its own, so a
 * rolled-back write leaves a gap and never a clash.
 */
public final class Ids {
    private final Jdbi jdbi;

    public Ids(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What the ids are for; each kind counts by itself, as in Jira. */
    public enum Kind {
        ISSUE,
        PROJECT,
        /** Issue types, statuses, resolutions, priorities, link types, custom fields. */
        CONSTANT,
        /** Components and versions. */
        PART,
        LINK,
        CHANGE;

        private String row() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public long next(Kind kind) {
        return block(kind, 1);
    }

    /** @return the first of {@code size} consecutive ids */
    public long block(Kind kind, int size) {
        return jdbi.inTransaction(handle -> {
            handle.execute("UPDATE jira_next_id SET next_id = next_id + ? WHERE name = ?", size, kind.row());
            return handle.createQuery("SELECT next_id FROM jira_next_id WHERE name = ?")
                            .bind(0, kind.row())
                            .mapTo(Long.class)
                            .one()
                    - size;
        });
    }
}
