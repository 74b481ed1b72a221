package io.throughline.app.daily;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.java.ao.DBParam;
import net.java.ao.Query;

/** Recorded days in Active Objects. Who keeps a record holds the cluster lock of {@link DayKeeper}. */
@JiraComponent
public final class AoDayRecords implements DayRecords {
    /** Room for the numbers of plans between two days in the id of a row. */
    private static final long PLANS = 10_000_000;

    /** Rows that are read at once; each may be large. */
    private static final int PAGE = 50;

    private final ActiveObjects ao;

    @Inject
    public AoDayRecords(@ComponentImport ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public Optional<DayRecord> newest(String plan, LocalDate upTo) {
        DayRow[] rows = ao.find(
                DayRow.class,
                Query.select()
                        .where("PLAN_KEY = ? AND DAY_ON <= ?", plan, upTo.toString())
                        .order("DAY_ON DESC")
                        .limit(1));
        return Arrays.stream(rows).findFirst().map(AoDayRecords::read);
    }

    @Override
    public List<DayRecord> between(String plan, LocalDate from, LocalDate to) {
        DayRow[] rows = ao.find(
                DayRow.class,
                Query.select()
                        .where("PLAN_KEY = ? AND DAY_ON >= ? AND DAY_ON <= ?", plan, from.toString(), to.toString())
                        .order("DAY_ON ASC"));
        return Arrays.stream(rows).map(AoDayRecords::read).toList();
    }

    @Override
    public void each(Consumer<DayRecord> found) {
        long last = Long.MIN_VALUE;
        DayRow[] rows = page(last);
        while (rows.length > 0) {
            for (DayRow row : rows) {
                found.accept(read(row));
                last = row.getID();
            }
            rows = page(last);
        }
    }

    private DayRow[] page(long after) {
        return ao.find(
                DayRow.class,
                Query.select().where("ID > ?", after).order("ID ASC").limit(PAGE));
    }

    @Override
    public void keep(DayRecord record) {
        ao.executeInTransaction(() -> {
            long id = record.day().toEpochDay() * PLANS + DayRecord.number(record.plan());
            DayRow[] rows = ao.find(DayRow.class, Query.select().where("ID = ?", id));
            DayRow row = rows.length == 0 ? ao.create(DayRow.class, new DBParam("ID", id)) : rows[0];
            row.setPlanKey(record.plan());
            row.setDayOn(record.day().toString());
            row.setTakenMillis(record.taken().toEpochMilli());
            row.setDocument(record.document());
            row.save();
            return id;
        });
    }

    private static DayRecord read(DayRow row) {
        return new DayRecord(
                row.getPlanKey(),
                LocalDate.parse(row.getDayOn()),
                Instant.ofEpochMilli(row.getTakenMillis()),
                row.getDocument());
    }
}
