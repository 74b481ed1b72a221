package io.throughline.app.daily;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Recorded days in memory, held to the same contract as the real ones. */
public final class InMemoryDayRecords implements DayRecords {
    private final TreeMap<String, DayRecord> records = new TreeMap<>();

    public synchronized void clear() {
        records.clear();
    }

    private synchronized List<DayRecord> of(String plan) {
        return records.values().stream()
                .filter(each -> each.plan().equals(plan))
                .toList();
    }

    @Override
    public Optional<DayRecord> newest(String plan, LocalDate upTo) {
        return of(plan).stream().filter(each -> !each.day().isAfter(upTo)).reduce((one, other) -> other);
    }

    @Override
    public List<DayRecord> between(String plan, LocalDate from, LocalDate to) {
        return of(plan).stream()
                .filter(each -> !each.day().isBefore(from) && !each.day().isAfter(to))
                .toList();
    }

    @Override
    public synchronized void each(Consumer<DayRecord> found) {
        records.values().stream()
                .sorted(Comparator.comparing(DayRecord::day).thenComparing(each -> DayRecord.number(each.plan())))
                .forEach(found);
    }

    @Override
    public synchronized void keep(DayRecord record) {
        records.put(record.day() + " " + record.plan(), record);
    }
}
