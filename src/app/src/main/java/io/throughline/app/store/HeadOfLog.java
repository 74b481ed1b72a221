package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.jspecify.annotations.Nullable;

/** The one row that says where the change log ends and which numbers were given out. */
final class HeadOfLog {
    private static final long ONLY = 1;

    /** Where the last number of a kind is kept. */
    private record Column(Kind<?> kind, Function<HeadRow, @Nullable Long> get, BiConsumer<HeadRow, Long> set) {}

    private static final List<Column> COLUMNS = List.of(
            new Column(Kind.PLAN, HeadRow::getLastPlan, HeadRow::setLastPlan),
            new Column(Kind.THEME, HeadRow::getLastTheme, HeadRow::setLastTheme),
            new Column(Kind.OBJECTIVE, HeadRow::getLastObjective, HeadRow::setLastObjective),
            new Column(Kind.KPI, HeadRow::getLastKpi, HeadRow::setLastKpi),
            new Column(Kind.ACTUAL, HeadRow::getLastActual, HeadRow::setLastActual),
            new Column(Kind.LINK, HeadRow::getLastLink, HeadRow::setLastLink),
            new Column(Kind.CONTRIBUTION, HeadRow::getLastContribution, HeadRow::setLastContribution),
            new Column(Kind.CAUSE, HeadRow::getLastCause, HeadRow::setLastCause),
            new Column(Kind.BATCH, HeadRow::getLastBatch, HeadRow::setLastBatch),
            new Column(Kind.DELEGATION, HeadRow::getLastDelegation, HeadRow::setLastDelegation),
            new Column(Kind.EXEMPTION, HeadRow::getLastExemption, HeadRow::setLastExemption),
            new Column(Kind.EXEMPTION_BATCH, HeadRow::getLastExemptionBatch, HeadRow::setLastExemptionBatch));

    /** The kinds whose objects are numbered. */
    static final List<Kind<?>> COUNTED =
            COLUMNS.stream().<Kind<?>>map(Column::kind).toList();

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
        // null in a row that was written before the kind was counted
        COLUMNS.forEach(each ->
                numbers.put(each.kind(), Objects.requireNonNullElse(each.get().apply(row), 0L)));
        return new Head(row.getLastSequence(), row.getLastHash(), Instant.ofEpochMilli(row.getLastMillis()), numbers);
    }

    static void write(HeadRow row, Head head) {
        row.setLastSequence(head.seq());
        row.setLastHash(head.hash());
        row.setLastMillis(head.at().toEpochMilli());
        COLUMNS.forEach(each -> each.set().accept(row, head.numbers().getOrDefault(each.kind(), 0L)));
        row.save();
    }
}
