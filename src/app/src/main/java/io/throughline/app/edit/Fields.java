package io.throughline.app.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object, read strictly: each getter names a field that may be there, and says in {@link FieldErrors} what is
 * wrong with it and what is allowed. A getter whose field is wrong answers a harmless value, so that reading goes on and
 * finds the other errors. {@link #finish} refuses what nobody asked for.
 *
 * <p>Absent and null are told apart: absent takes the default, null is refused where null means nothing.
 *
 * <p>Over 300 lines: one getter for each type of field, none of which knows of another.
 */
public final class Fields {
    /** Longest name: what a VARCHAR holds on every supported database. */
    public static final int NAME_LENGTH = 255;
    /** Longest text; it is stored without limit, this keeps one object from filling a page. */
    public static final int TEXT_LENGTH = 20_000;

    /** Longest query. */
    static final int QUERY_LENGTH = 10_000;

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final ObjectNode json;
    private final FieldErrors errors;
    private final String path;
    private final Set<String> asked = new HashSet<>();

    public Fields(ObjectNode json, FieldErrors errors) {
        this(json, errors, "");
    }

    private Fields(ObjectNode json, FieldErrors errors, String path) {
        this.json = json;
        this.errors = errors;
        this.path = path;
    }

    /** An object that lies somewhere in a larger input; {@code at} is what stands before its fields, dot included. */
    public static Fields at(ObjectNode json, FieldErrors errors, String at) {
        return new Fields(json, errors, at);
    }

    /** Whether the field was sent, be it as null. */
    public boolean has(String field) {
        asked.add(field);
        return json.has(field);
    }

    /** Whether the field was sent as null. */
    public boolean isNull(String field) {
        return has(field) && json.get(field).isNull();
    }

    /** Notes an error about a field of this object. */
    public void wrong(String field, String rule, Object... allowed) {
        errors.add(path + field, rule, allowed);
    }

    /** Whether the field is already known to be wrong. */
    public boolean isWrong(String field) {
        return errors.mentions(path + field);
    }

    /** A required single line, trimmed; 1 to 255 characters without control characters. */
    public String name(String field) {
        if (!has(field)) {
            wrong(field, "required.text", NAME_LENGTH);
            return "?";
        }
        String line = line(field, NAME_LENGTH);
        if (line == null) {
            if (!isWrong(field)) {
                wrong(field, "empty", NAME_LENGTH);
            }
            return "?";
        }
        return line;
    }

    /** An optional single line, trimmed; null when absent, null or blank. */
    public @Nullable String line(String field, int longest) {
        String text = text(field, longest);
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            wrong(field, "control");
            return null;
        }
        return text == null ? null : text.strip();
    }

    /** An optional text of several lines; null when absent, null or blank (an empty string is NULL on Oracle). */
    public @Nullable String text(String field, int longest) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            wrong(field, "text", longest);
            return null;
        }
        String text = value.textValue();
        if (!isStorable(text)) {
            wrong(field, "storable");
            return null;
        }
        if (text.length() > longest) {
            wrong(field, "long", longest, text.length());
            return null;
        }
        return text.isBlank() ? null : text;
    }

    /** One word of a fixed list. */
    public <E extends Enum<E>> E choice(String field, Class<E> words, E absent) {
        if (!has(field)) {
            return absent;
        }
        JsonNode value = json.get(field);
        for (E word : words.getEnumConstants()) {
            if (value.isTextual() && word.name().equals(value.textValue())) {
                return word;
            }
        }
        wrong(field, "choice", words(words));
        return absent;
    }

    /** One word of a fixed list, which has to be sent. */
    public <E extends Enum<E>> E requiredChoice(String field, Class<E> words) {
        if (!has(field)) {
            wrong(field, "required.choice", words(words));
        }
        return choice(field, words, words.getEnumConstants()[0]);
    }

    private static <E extends Enum<E>> String words(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** A number in a range; null when absent or null. */
    public @Nullable Double number(String field, Range range) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        // doubleValue of a huge literal is infinite, which no range holds
        if (!value.isNumber() || !range.holds(value.doubleValue())) {
            wrong(field, "number." + range.rule(), range.allowed());
            return null;
        }
        return value.doubleValue() + 0.0; // -0.0 becomes 0.0: one zero, one canonical form
    }

    /** A number in a range that takes a default when absent and refuses null. */
    public double number(String field, Range range, double absent) {
        if (isNull(field)) {
            wrong(field, "number." + range.rule(), range.allowed());
        }
        Double number = number(field, range);
        return number == null ? absent : number;
    }

    /** A number in a range that has to be sent. */
    public double requiredNumber(String field, Range range) {
        if (!has(field)) {
            wrong(field, "required.number." + range.rule(), range.allowed());
        }
        return number(field, range, 1);
    }

    /** A whole number; null when absent or null. */
    public @Nullable Integer whole(String field, int least, int most) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (number != Math.rint(number) || number < least || number > most) {
            wrong(field, "whole", least, most);
            return null;
        }
        return (int) number;
    }

    /** A whole number that has to be sent and may be larger than the forms' own. */
    public long count(String field, long least, long most) {
        JsonNode value = value(field);
        boolean isWhole = value != null && value.isIntegralNumber() && value.canConvertToLong();
        if (!isWhole || value.longValue() < least || value.longValue() > most) {
            wrong(field, "whole", least, most);
            return least;
        }
        return value.longValue();
    }

    /** An instant in UTC, to the millisecond; null when absent or null. */
    public @Nullable Instant instant(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        Instant at = value.isTextual() ? instantOf(value.textValue()) : null;
        if (at == null) {
            wrong(field, "instant");
        }
        return at;
    }

    /** An instant that has to be sent. */
    public Instant requiredInstant(String field) {
        Instant at = instant(field);
        if (at == null && !isWrong(field)) {
            wrong(field, "instant");
        }
        return at == null ? Instant.EPOCH : at;
    }

    private static @Nullable Instant instantOf(String text) {
        try {
            Instant at = Instant.parse(text);
            boolean isKept = at.toString().equals(text)
                    && at.truncatedTo(ChronoUnit.MILLIS).equals(at)
                    && !at.isBefore(FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC))
                    && at.isBefore(LAST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC));
            return isKept ? at : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A day as {@code 2026-06-30}; null when absent or null. */
    public @Nullable LocalDate date(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        LocalDate day = value.isTextual() ? day(value.textValue()) : null;
        if (day == null || day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            wrong(field, "date", FIRST_DAY, LAST_DAY);
            return null;
        }
        return day;
    }

    /** Whether a day is one that a field takes. */
    static boolean isDay(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /** A day that has to be sent. */
    public LocalDate requiredDate(String field) {
        if (!has(field)) {
            wrong(field, "required.date", FIRST_DAY, LAST_DAY);
        } else if (isNull(field)) {
            wrong(field, "date", FIRST_DAY, LAST_DAY);
        }
        LocalDate day = date(field);
        return day == null ? FIRST_DAY : day;
    }

    /** A day as ISO writes it, year of four digits; null for anything else. */
    public static @Nullable LocalDate day(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Yes or no. */
    public boolean flag(String field, boolean absent) {
        if (!has(field)) {
            return absent;
        }
        if (!json.get(field).isBoolean()) {
            wrong(field, "flag");
            return absent;
        }
        return json.get(field).booleanValue();
    }

    /** An object inside this one; null when absent or null. Call {@link #finish} on it too. */
    public @Nullable Fields object(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (value instanceof ObjectNode object) {
            return new Fields(object, errors, path + field + ".");
        }
        wrong(field, "object");
        return null;
    }

    /** A list of objects; empty when absent or null. */
    public List<Fields> objects(String field, int most) {
        List<Fields> read = new ArrayList<>();
        List<JsonNode> elements = elements(field, most);
        for (int i = 0; i < elements.size(); i++) {
            String at = field + "[" + i + "]";
            if (elements.get(i) instanceof ObjectNode object) {
                read.add(new Fields(object, errors, path + at + "."));
            } else {
                wrong(at, "object");
            }
        }
        return read;
    }

    /** A list of lines, each trimmed and not blank; null when absent or null. */
    public @Nullable List<String> lines(String field, int most) {
        if (value(field) == null) {
            return null;
        }
        List<String> read = new ArrayList<>();
        List<JsonNode> elements = elements(field, most);
        for (int i = 0; i < elements.size(); i++) {
            JsonNode element = elements.get(i);
            String text = element.isTextual() ? element.textValue().strip() : "";
            if (text.isEmpty()
                    || text.length() > NAME_LENGTH
                    || !isStorable(text)
                    || text.chars().anyMatch(Character::isISOControl)) {
                wrong(field + "[" + i + "]", "text", NAME_LENGTH);
            } else {
                read.add(text);
            }
        }
        return read;
    }

    /** Refuses a text with blanks around it, where it is stored without. */
    public void stripped(String field) {
        JsonNode value = value(field);
        if (value != null
                && value.isTextual()
                && !value.textValue().equals(value.textValue().strip())) {
            wrong(field, "stripped");
        }
    }

    /** A list of whole numbers from 1 on, which has to be sent. */
    public void counts(String field, int most, long highest) {
        JsonNode value = value(field);
        if (value == null || !value.isArray() || value.size() > most) {
            wrong(field, "list", most);
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            JsonNode each = value.get(i);
            boolean isCount = each.isIntegralNumber() && each.canConvertToLong();
            if (!isCount || each.longValue() < 1 || each.longValue() > highest) {
                wrong(field + "[" + i + "]", "whole", 1, highest);
            }
        }
    }

    /** The names of the fields of this object, all of them taken as asked for: for an object that is a map. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        asked.addAll(names);
        return names;
    }

    private List<JsonNode> elements(String field, int most) {
        JsonNode value = value(field);
        List<JsonNode> elements = new ArrayList<>();
        if (value == null) {
            return elements;
        }
        if (!value.isArray() || value.size() > most) {
            wrong(field, "list", most);
            return elements;
        }
        value.forEach(elements::add);
        return elements;
    }

    private @Nullable JsonNode value(String field) {
        return !has(field) || json.get(field).isNull() ? null : json.get(field);
    }

    /**
     * Refuses every field that was not asked for.
     *
     * @param readOnly what GET answers and a PUT may send back; it is ignored
     */
    public void finish(String... readOnly) {
        asked.addAll(List.of(readOnly));
        json.fieldNames().forEachRemaining(sent -> {
            if (!asked.contains(sent)) {
                String known = asked.stream().sorted().collect(Collectors.joining(", "));
                wrong(isStorable(sent) && sent.length() <= 100 ? sent : "?", "unknown", known);
            }
        });
    }

    /** Whether every database and every JSON reader keeps the text: no NUL, no half of a surrogate pair. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
