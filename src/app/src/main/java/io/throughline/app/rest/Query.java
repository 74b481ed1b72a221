package io.throughline.app.rest;

import io.throughline.app.edit.FieldErrors;
import io.throughline.app.edit.Fields;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query string, read as strictly as a body: what is wrong with it is answered as 400, never as a framework's 404. */
final class Query {
    /** Rows of a page unless asked otherwise. */
    static final int USUAL = 50;

    /** Most rows of a page. */
    static final int MOST = 200;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final Function<String, @Nullable String> values;
    private final FieldErrors errors = new FieldErrors();

    Query(UriInfo uri) {
        this.values = uri.getQueryParameters()::getFirst;
    }

    /** @param values by name, decoded */
    Query(Map<String, String> values) {
        this.values = values::get;
    }

    /** The text of a parameter; empty when absent or blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.apply(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The same, of no more than so many characters. */
    Optional<String> text(String name, int longest) {
        Optional<String> text = text(name);
        if (text.isPresent() && text.get().length() > longest) {
            errors.add(name, "long", longest, text.get().length());
            return Optional.empty();
        }
        return text;
    }

    /** A whole number in a range. */
    int whole(String name, int least, int most, int absent) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, with what is allowed
        }
        errors.add(name, "whole", least, most);
        return absent;
    }

    /** A day that is not after today; null when absent. */
    @Nullable
    LocalDate pastDay(String name, LocalDate today) {
        LocalDate day = day(name);
        if (day != null && day.isAfter(today)) {
            errors.add(name, "past-day", today);
            return null;
        }
        return day;
    }

    /** A day; null when absent. */
    @Nullable
    LocalDate day(String name) {
        Optional<String> text = text(name);
        LocalDate day = text.map(Fields::day).orElse(null);
        if (text.isPresent() && (day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            errors.add(name, "date", LocalDate.of(FIRST_YEAR, 1, 1), LocalDate.of(LAST_YEAR, 12, 31));
            return null;
        }
        return day;
    }

    /** Notes what is wrong with a parameter. */
    void wrong(String name, String rule, Object... allowed) {
        errors.add(name, rule, allowed);
    }

    /** Yes or no, no when absent. */
    boolean flag(String name) {
        return flag(name, false);
    }

    boolean flag(String name, boolean absent) {
        String text = text(name).orElse(Boolean.toString(absent));
        if (!text.equals("true") && !text.equals("false")) {
            errors.add(name, "flag");
        }
        return text.equals("true");
    }

    /** One word of a fixed list. */
    <E extends Enum<E>> E choice(String name, Class<E> words, E absent) {
        Optional<String> text = text(name);
        for (E word : words.getEnumConstants()) {
            if (text.isEmpty()) {
                return absent;
            }
            if (word.name().equals(text.get())) {
                return word;
            }
        }
        errors.add(name, "choice", words(words));
        return absent;
    }

    /** One word of a fixed list, which has to be sent. */
    <E extends Enum<E>> E requiredChoice(String name, Class<E> words) {
        if (text(name).isEmpty()) {
            errors.add(name, "required.choice", words(words));
        }
        return choice(name, words, words.getEnumConstants()[0]);
    }

    private static <E extends Enum<E>> String words(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    int start() {
        return whole("start", 0, Integer.MAX_VALUE, 0);
    }

    int limit() {
        return whole("limit", 1, MOST, USUAL);
    }

    /** Ends the reading: refuses if anything was wrong. */
    void check() {
        errors.throwIfAny();
    }
}
