package io.throughline.host.jira.importer.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A date as someone's Jira writes it, taken apart: {@code 12/Jan/24 3:04 PM}, {@code 2024-01-12 15:04}, {@code 12.01.2024 15:04},
 * {@code Jan 12, 2024}, {@code 12. Januar 2024}, {@code 2024年1月12日 15:04}. Which number is the day and which the month may be open
 * until {@link DateOrder} is known.
 *
 * @param month the place of the month's word among the three parts, -1 when all three are numbers
 * @param offset null unless the text names one
 */
record DateText(int[] parts, int month, LocalTime time, ZoneOffset offset, char separator, boolean isTwelveHours) {

    static Optional<DateText> parse(String text) {
        return new DateTextReader(text).read();
    }

    /** True when the numbers alone do not say which is the day. */
    boolean needsOrder() {
        return month < 0 && parts[0] < 100;
    }

    /** Whether the date exists when it is read in that order. */
    boolean fits(DateOrder order) {
        return day(order).isPresent();
    }

    /** Empty when there is no such day, such as the 31st of a 13th month. */
    Optional<LocalDate> day(DateOrder order) {
        int[] found = yearMonthDay(order);
        try {
            return Optional.of(LocalDate.of(year(found[0]), found[1], found[2]));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    Optional<Long> millis(DateOrder order, ZoneId zone) {
        return day(order)
                .map(day -> LocalDateTime.of(day, time)
                        .atZone(offset == null ? zone : offset)
                        .toInstant()
                        .toEpochMilli());
    }

    private int[] yearMonthDay(DateOrder order) {
        int a = parts[0];
        int b = parts[1];
        int c = parts[2];
        return switch (month) {
            case 0 -> new int[] {c, a, b};
            case 1 -> a > 31 ? new int[] {a, b, c} : new int[] {c, b, a};
            case 2 -> new int[] {a, c, b};
            default ->
                a >= 100
                        ? new int[] {a, b, c}
                        : switch (order) {
                            case DAY_MONTH_YEAR -> new int[] {c, b, a};
                            case MONTH_DAY_YEAR -> new int[] {c, a, b};
                            case YEAR_MONTH_DAY -> new int[] {c >= 100 ? -1 : a, c >= 100 ? 0 : b, c};
                        };
        };
    }

    private static int year(int written) {
        return written >= 100 || written < 0 ? written : written < 70 ? 2000 + written : 1900 + written;
    }
}
