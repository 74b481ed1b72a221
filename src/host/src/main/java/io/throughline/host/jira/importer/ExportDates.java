package io.throughline.host.jira.importer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Instants and days as Jira's REST writes them: {@code 2017-11-13T13:07:05.000+0000}, {@code 2017-11-13}. */
final class ExportDates {
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS][XXX][xx]");

    private ExportDates() {}

    /** Null for an empty or unreadable text. */
    static Long millis(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text, INSTANT).toInstant().toEpochMilli();
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** Null for an empty or unreadable text. */
    static LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
