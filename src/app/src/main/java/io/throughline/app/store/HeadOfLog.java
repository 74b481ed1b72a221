package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import net.java.ao.DBParam;
import net.java.ao.Query;

/** The one row that says where the change log ends and which numbers were given out. */
final class HeadOfLog {
    private static final long ONLY = 1;

    /**
     * What that row says.
     *
     * @param seq sequence of the newest change, 0 before the first
     * @param hash its hash
     * @param at its instant
     * @param numbers the last number given to each kind
     */
    record Head(long seq, String hash, Instant at, Map<Kind<?>, Long> numbers) {
        static final Head NONE = new Head(0, ChangeLog.NOTHING, Instant.EPOCH, Map.of());
    }

    private final ActiveObjects ao;

    HeadOfLog(ActiveObjects ao) {
        this.ao = ao;
    }

    Head read() {
        HeadRow[] rows = rows();
        return rows.length == 0 ? Head.NONE : read(rows[0]);
    }

    /** The row itself, inside a write: made when it is not there yet. */
    HeadRow open() {
        HeadRow[] rows = rows();
        if (rows.length > 0) {
            return rows[0];
        }
        // two first writers at once: the primary key lets one through, the other starts anew and finds the row
        HeadRow first = ao.create(HeadRow.class, new DBParam("ID", ONLY));
        write(first, Head.NONE);
        return first;
    }

    private HeadRow[] rows() {
        return ao.find(HeadRow.class, Query.select().where("ID = ?", ONLY));
    }

    static Head read(HeadRow row) {
        Map<Kind<?>, Long> numbers = new HashMap<>();
        numbers.put(Kind.PLAN, row.getLastPlan());
        numbers.put(Kind.THEME, row.getLastTheme());
        numbers.put(Kind.OBJECTIVE, row.getLastObjective());
        numbers.put(Kind.KPI, row.getLastKpi());
        numbers.put(Kind.ACTUAL, row.getLastActual());
        numbers.put(Kind.LINK, row.getLastLink());
        numbers.put(Kind.CONTRIBUTION, row.getLastContribution());
        numbers.put(Kind.CAUSE, row.getLastCause());
        numbers.put(Kind.BATCH, Objects.requireNonNullElse(row.getLastBatch(), 0L));
        return new Head(row.getLastSequence(), row.getLastHash(), Instant.ofEpochMilli(row.getLastMillis()), numbers);
    }

    static void write(HeadRow row, Head head) {
        row.setLastSequence(head.seq());
        row.setLastHash(head.hash());
        row.setLastMillis(head.at().toEpochMilli());
        row.setLastPlan(head.numbers().getOrDefault(Kind.PLAN, 0L));
        row.setLastTheme(head.numbers().getOrDefault(Kind.THEME, 0L));
        row.setLastObjective(head.numbers().getOrDefault(Kind.OBJECTIVE, 0L));
        row.setLastKpi(head.numbers().getOrDefault(Kind.KPI, 0L));
        row.setLastActual(head.numbers().getOrDefault(Kind.ACTUAL, 0L));
        row.setLastLink(head.numbers().getOrDefault(Kind.LINK, 0L));
        row.setLastContribution(head.numbers().getOrDefault(Kind.CONTRIBUTION, 0L));
        row.setLastCause(head.numbers().getOrDefault(Kind.CAUSE, 0L));
        row.setLastBatch(head.numbers().getOrDefault(Kind.BATCH, 0L));
        row.save();
    }
}
