package io.throughline.host.jira.jql;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as JQL writes them: {@code 2026-01-31}, {@code "2026/01/31 14:30"}, {@code -2w}, {@code startOfMonth(-1)}. */
final class JqlDates {
    private static final Pattern RELATIVE = Pattern.compile("([+-]?)(?:(\\d+)\\s*([wdhm]))(?:\\s+(\\d+)\\s*([wdhm]))?");
    private static final Pattern INCREMENT = Pattern.compile("([+-]?)(\\d+)([yMwdhm]?)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "y", ChronoUnit.YEARS,
            "M", ChronoUnit.MONTHS,
            "w", ChronoUnit.WEEKS,
            "d", ChronoUnit.DAYS,
            "h", ChronoUnit.HOURS,
            "m", ChronoUnit.MINUTES);

    private final Clock clock;

    JqlDates(Clock clock) {
        this.clock = clock;
    }

    ZoneId zone() {
        return clock.getZone();
    }

    Instant instant(String field, Literal value) throws JqlError {
        if (value.number() != null) {
            return Instant.ofEpochMilli(value.number());
        }
        String text = value.text().trim();
        Matcher relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            Duration distance = amount(relative.group(2), relative.group(3))
                    .plus(relative.group(4) == null ? Duration.ZERO : amount(relative.group(4), relative.group(5)));
            return relative.group(1).equals("-")
                    ? clock.instant().minus(distance)
                    : clock.instant().plus(distance);
        }
        return absolute(field, text);
    }

    private static Duration amount(String count, String unit) {
        return UNITS.get(unit).getDuration().multipliedBy(Long.parseLong(count));
    }

    private Instant absolute(String field, String text) throws JqlError {
        String dashed = text.replace('/', '-');
        try {
            return LocalDate.parse(dashed, DateTimeFormatter.ofPattern("uuuu-M-d"))
                    .atStartOfDay(zone())
                    .toInstant();
        } catch (DateTimeParseException notADay) {
            // a day and a time, then
        }
        try {
            return LocalDateTime.parse(dashed, DateTimeFormatter.ofPattern("uuuu-M-d H:mm"))
                    .atZone(zone())
                    .toInstant();
        } catch (DateTimeParseException notADate) {
            throw new JqlError("Date value '" + text + "' for field '" + field + "' is invalid. Valid formats include:"
                    + " 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g."
                    + " '-5d', '4w 2d'.");
        }
    }

    /** Empty when there is no date function of that name. */
    Optional<Instant> function(String name, List<String> arguments) throws JqlError {
        String lower = name.toLowerCase(Locale.ROOT);
        ZonedDateTime now = clock.instant().atZone(zone());
        if (lower.equals("now")) {
            return Optional.of(now.toInstant());
        }
        boolean isStart = lower.startsWith("startof");
        if (!isStart && !lower.startsWith("endof")) {
            return Optional.empty();
        }
        ChronoUnit unit = switch (lower.substring(isStart ? 7 : 5)) {
            case "day" -> ChronoUnit.DAYS;
            case "week" -> ChronoUnit.WEEKS;
            case "month" -> ChronoUnit.MONTHS;
            case "year" -> ChronoUnit.YEARS;
            default -> null;
        };
        if (unit == null) {
            return Optional.empty();
        }
        ZonedDateTime moved = arguments.isEmpty() ? now : moved(now, arguments.get(0), unit);
        LocalDate start = start(moved.toLocalDate(), unit);
        return Optional.of(
                isStart
                        ? start.atStartOfDay(zone()).toInstant()
                        : start.plus(1, unit).atStartOfDay(zone()).toInstant().minusMillis(1));
    }

    private static ZonedDateTime moved(ZonedDateTime from, String increment, ChronoUnit unit) throws JqlError {
        Matcher matcher = INCREMENT.matcher(increment.trim());
        if (!matcher.matches()) {
            throw new JqlError("'" + increment + "' is not an increment such as '-1' or '+2w'.");
        }
        long count = Long.parseLong(matcher.group(2)) * (matcher.group(1).equals("-") ? -1 : 1);
        return from.plus(count, matcher.group(3).isEmpty() ? unit : UNITS.get(matcher.group(3)));
    }

    /** Weeks start on Sunday, as in Jira without ISO 8601 weeks. */
    private static LocalDate start(LocalDate day, ChronoUnit unit) {
        return switch (unit) {
            case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            case MONTHS -> day.withDayOfMonth(1);
            case YEARS -> day.withDayOfYear(1);
            default -> day.atTime(LocalTime.MIN).toLocalDate();
        };
    }
}
