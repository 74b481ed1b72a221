package io.throughline.app.confluence.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.macro.GarbledAnswer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads fields of an answer. Those that are not known are passed over, so that a macro can read a newer Jira; one that a
 * macro cannot do without makes a {@link GarbledAnswer}.
 */
public final class Facts {
    private Facts() {}

    public static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw new GarbledAnswer("no text " + field);
        }
        return value.textValue();
    }

    public static JsonNode list(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isArray()) {
            throw new GarbledAnswer("no list " + field);
        }
        return value;
    }

    public static double length(JsonNode json, String field) {
        return number(json, field).orElseThrow(() -> new GarbledAnswer("no number " + field));
    }

    public static OptionalDouble number(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
    }

    public static Optional<LocalDate> day(JsonNode json, String field) {
        JsonNode value = json.path(field);
        try {
            return value.isTextual() ? Optional.of(LocalDate.parse(value.textValue())) : Optional.empty();
        } catch (DateTimeException e) {
            throw new GarbledAnswer("no day " + field, e);
        }
    }
}
