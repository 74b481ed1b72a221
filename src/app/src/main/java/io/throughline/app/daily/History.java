package io.throughline.app.daily;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The numbers of one node or KPI day by day. */
@JiraComponent
public class History {
    private final DayRecords records;

    @Inject
    public History(DayRecords records) {
        this.records = records;
    }

    /**
     * One day.
     *
     * @param total null for a KPI, like {@code progress} and {@code done}
     * @param filled whether the day was missed and repeats the one before
     */
    public record Day(
            LocalDate day,
            @Nullable Double attainment,
            @Nullable Double pace,
            @Nullable Double progress,
            @Nullable Double total,
            @Nullable Double done,
            boolean filled) {}

    /**
     * The days from the first that has a record, both ends included; a missed day repeats the one before.
     *
     * @param plan the plan in which the key is
     */
    public List<Day> of(String plan, String key, LocalDate from, LocalDate to) {
        Map<LocalDate, DayRecord> recorded = new TreeMap<>();
        records.newest(plan, from).ifPresent(before -> recorded.put(before.day(), before));
        records.between(plan, from, to).forEach(each -> recorded.put(each.day(), each));
        List<Day> days = new ArrayList<>();
        Day last = null;
        for (Map.Entry<LocalDate, DayRecord> each : recorded.entrySet()) {
            fill(last, each.getKey(), from, days);
            last = DayDocument.point(each.getValue(), key)
                    .map(point -> day(each.getKey(), point))
                    .orElse(null);
            if (last != null && !last.day().isBefore(from)) {
                days.add(last);
            }
        }
        fill(last, to.plusDays(1), from, days);
        return days;
    }

    /**
     * What was covered at the end of each of the last weeks, oldest first, the present week last and as of its newest
     * record; a week without a record repeats the one before, and those before the first record are left out.
     *
     * @param today ends the present week
     */
    public List<OpenWeek> open(String plan, LocalDate today, int weeks) {
        List<OpenWeek> found = new ArrayList<>();
        for (int back = weeks - 1; back >= 0; back--) {
            LocalDate end = today.minusWeeks(back);
            Optional<DayRecord> record = records.newest(plan, end);
            record.flatMap(DayDocument::open).ifPresent(open -> {
                boolean filled = !record.get().day().isAfter(end.minusWeeks(1));
                found.add(new OpenWeek(end, open, filled));
            });
        }
        return found;
    }

    /**
     * One week.
     *
     * @param filled whether it has no record of its own
     */
    public record OpenWeek(LocalDate day, OpenDay open, boolean filled) {}

    private static void fill(@Nullable Day last, LocalDate until, LocalDate from, List<Day> days) {
        if (last == null) {
            return;
        }
        LocalDate day = last.day().plusDays(1);
        for (day = day.isBefore(from) ? from : day; day.isBefore(until); day = day.plusDays(1)) {
            days.add(new Day(day, last.attainment(), last.pace(), last.progress(), last.total(), last.done(), true));
        }
    }

    private static Day day(LocalDate day, DayDocument.Point point) {
        var delivery = point.delivery();
        return new Day(
                day,
                point.attainment(),
                point.pace(),
                delivery == null ? null : delivery.progress(),
                delivery == null ? null : (Double) delivery.total(),
                delivery == null ? null : (Double) delivery.done(),
                false);
    }
}
