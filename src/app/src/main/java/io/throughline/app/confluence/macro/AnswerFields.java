package io.throughline.app.confluence.macro;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields of Jira's answers. Those that are not known are passed over, so that a macro can read a newer Jira; one that a macro cannot
 * do without makes a {@link GarbledAnswer}, which names it.
 */
public final class AnswerFields {
    private AnswerFields() {}

    public static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw new GarbledAnswer("no text " + field);
        }
        return value.textValue();
    }

    /** Empty where there is no such text. */
    public static String optional(JsonNode json, String field) {
        return json.path(field).isTextual() ? json.path(field).textValue() : "";
    }

    /** Null where there is no such number. */
    public static @Nullable Double number(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isNumber() ? value.doubleValue() : null;
    }

    /** A place or a length in a drawing, which cannot be drawn without it. */
    public static double length(JsonNode json, String field) {
        Double value = number(json, field);
        if (value == null) {
            throw new GarbledAnswer("no number " + field);
        }
        return value;
    }

    public static JsonNode list(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isArray()) {
            throw new GarbledAnswer("no list " + field);
        }
        return value;
    }

    public static LocalDate day(JsonNode json, String field) {
        try {
            return LocalDate.parse(text(json, field));
        } catch (DateTimeException e) {
            throw new GarbledAnswer("no day " + field, e);
        }
    }

    /** Empty where there is no such text. */
    public static Optional<LocalDate> knownDay(JsonNode json, String field) {
        return json.path(field).isTextual() ? Optional.of(day(json, field)) : Optional.empty();
    }

    public static Instant instant(JsonNode json, String field) {
        try {
            return Instant.parse(text(json, field));
        } catch (DateTimeException e) {
            throw new GarbledAnswer("no instant " + field, e);
        }
    }
}
