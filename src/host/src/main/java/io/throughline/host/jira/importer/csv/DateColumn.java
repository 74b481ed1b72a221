package io.throughline.host.jira.importer.csv;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The dates of one column. Its day-and-month order is decided over all of them: one date that exists in a single order only settles
 * it for the column; a column whose dates fit both takes the order of the file's other columns.
 */
final class DateColumn {
    private final String name;
    private final Map<DateOrder, Integer> votes = new EnumMap<>(DateOrder.class);
    private int open;
    private int dots;
    private int twelveHours;
    private DateOrder order = DateOrder.DAY_MONTH_YEAR;

    DateColumn(String name) {
        this.name = name;
    }

    /** First pass: takes one value into account. */
    void saw(String value) {
        Optional<DateText> date = DateText.parse(value);
        if (date.isEmpty() || !date.get().needsOrder()) {
            return;
        }
        open++;
        dots += date.get().separator() == '.' ? 1 : 0;
        twelveHours += date.get().isTwelveHours() ? 1 : 0;
        for (DateOrder each : DateOrder.values()) {
            if (date.get().fits(each)) {
                votes.merge(each, 1, Integer::sum);
            }
        }
    }

    int votes(DateOrder each) {
        return votes.getOrDefault(each, 0);
    }

    /** Settles the order and says so, unless the dates leave nothing to decide. */
    void decide(Map<DateOrder, Integer> ofFile, Report report) {
        if (open == 0) {
            return;
        }
        int best = votes.values().stream().max(Integer::compare).orElse(0);
        boolean isSettled =
                votes.values().stream().filter(count -> count == best).count() == 1;
        order = isSettled ? highest(votes, best) : among(ofFile, best);
        String why = isSettled
                ? (best == open
                        ? "the only order in which all " + open + " exist"
                        : best + " of " + open + " exist in it")
                : "its dates fit other orders too; " + reasonOfOpen(ofFile);
        report.note("dates of column " + name + " read as " + order.words() + ": " + why);
    }

    private DateOrder among(Map<DateOrder, Integer> ofFile, int best) {
        DateOrder convention =
                dots * 2 < open && twelveHours * 2 > open ? DateOrder.MONTH_DAY_YEAR : DateOrder.DAY_MONTH_YEAR;
        DateOrder chosen = votes(convention) == best ? convention : highest(votes, best);
        for (DateOrder each : DateOrder.values()) {
            boolean isBetter = ofFile.getOrDefault(each, 0) > ofFile.getOrDefault(chosen, 0);
            if (votes(each) == best && isBetter) {
                chosen = each;
            }
        }
        return chosen;
    }

    private String reasonOfOpen(Map<DateOrder, Integer> ofFile) {
        boolean isLikeOthers = ofFile.entrySet().stream()
                .anyMatch(each -> each.getKey() != order && each.getValue() < ofFile.getOrDefault(order, 0));
        return isLikeOthers && ofFile.getOrDefault(order, 0) > votes(order)
                ? "taken from the file's other columns"
                : "taken for the usual one, please check";
    }

    private static DateOrder highest(Map<DateOrder, Integer> votes, int best) {
        return votes.entrySet().stream()
                .filter(each -> each.getValue() == best)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(DateOrder.DAY_MONTH_YEAR);
    }

    /** Second pass; empty for a text that is no date in the column's order. */
    Optional<Long> millis(String value, ZoneId zone) {
        return DateText.parse(value).flatMap(date -> date.millis(order, zone));
    }

    Optional<LocalDate> day(String value) {
        return DateText.parse(value).flatMap(date -> date.day(order));
    }
}
