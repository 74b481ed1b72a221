package io.throughline.host.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates that a seed names relative to the day it is played, so that a sample story is as fresh in three years as today: {@code
 * today}, {@code today-10d}, {@code today+3w}, {@code monthEnd-1} (last day of the month before), {@code quarterEnd}, {@code
 * weekEnd-2} (a Sunday), {@code yearStart}, {@code yearEnd+1}.
 */
final class SeedDates {

    private static final Pattern FORM =
            Pattern.compile("(today|weekEnd|monthEnd|quarterEnd|yearStart|yearEnd)(?:([+-]\\d{1,4})([dwmy])?)?");

    private final LocalDate today;

    SeedDates(LocalDate today) {
        this.today = today;
    }

    /** The day in ISO form, or empty when the name is not a date. */
    Optional<String> find(String name) {
        Matcher form = FORM.matcher(name);
        if (!form.matches()) {
            return Optional.empty();
        }
        long count = form.group(2) == null ? 0 : Long.parseLong(form.group(2));
        return Optional.of(resolve(form.group(1), count, form.group(3)).toString());
    }

    private LocalDate resolve(String base, long count, String unit) {
        return switch (base) {
            case "today" -> today.plus(count, unit(unit));
            case "weekEnd" ->
                today.with(TemporalAdjusters.nextOrSame(java.time.DayOfWeek.SUNDAY))
                        .plusWeeks(count);
            case "monthEnd" -> today.plusMonths(count).with(TemporalAdjusters.lastDayOfMonth());
            case "quarterEnd" -> {
                LocalDate inQuarter = today.withDayOfMonth(1).plusMonths(3 * count);
                int lastMonth = (inQuarter.getMonthValue() + 2) / 3 * 3;
                yield inQuarter.withMonth(lastMonth).with(TemporalAdjusters.lastDayOfMonth());
            }
            case "yearStart" -> today.plusYears(count).with(TemporalAdjusters.firstDayOfYear());
            default -> today.plusYears(count).with(TemporalAdjusters.lastDayOfYear());
        };
    }

    private static ChronoUnit unit(String letter) {
        if (letter == null) {
            return ChronoUnit.DAYS;
        }
        return switch (letter) {
            case "w" -> ChronoUnit.WEEKS;
            case "m" -> ChronoUnit.MONTHS;
            case "y" -> ChronoUnit.YEARS;
            default -> ChronoUnit.DAYS;
        };
    }
}
