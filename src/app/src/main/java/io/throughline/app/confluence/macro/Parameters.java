package io.throughline.app.confluence.macro;

import io.throughline.app.confluence.macro.UnclearParameter.Wrong;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a macro on a page. Values come from whoever edited the page, and Confluence delivers no defaults; each
 * method names what it allows, and whatever else stands there is an {@link UnclearParameter}.
 */
public final class Parameters {
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,15}-[0-9]{1,18}");

    private final Map<String, String> values;

    Parameters(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** The key of a plan, objective or KPI, in capitals. */
    public String key(String name) throws UnclearParameter {
        String key = text(name);
        if (key.isEmpty()) {
            throw new UnclearParameter(name, Wrong.MISSING);
        }
        if (!KEY.matcher(key).matches()) {
            throw new UnclearParameter(name, Wrong.NO_KEY, key);
        }
        return key.toUpperCase(Locale.ROOT);
    }

    /**
     * One of some words, as it stands in {@code allowed}, whatever the case in which the page has it.
     *
     * @param allowed the first one is what it is where the page does not say
     */
    public String choice(String name, String... allowed) throws UnclearParameter {
        String value = text(name);
        if (value.isEmpty()) {
            return allowed[0];
        }
        return Arrays.stream(allowed)
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new UnclearParameter(name, Wrong.NO_CHOICE, value, String.join(", ", allowed)));
    }

    /** Several of some words, separated by commas, in the page's order and each once; all of them where the page does not say. */
    public List<String> choices(String name, String... allowed) throws UnclearParameter {
        if (text(name).isEmpty()) {
            return List.of(allowed);
        }
        for (String value : text(name).split(",", -1)) {
            if (Arrays.stream(allowed).noneMatch(value.strip()::equalsIgnoreCase)) {
                throw new UnclearParameter(name, Wrong.NO_CHOICE, value.strip(), String.join(", ", allowed));
            }
        }
        return Arrays.stream(text(name).split(",", -1))
                .map(String::strip)
                .flatMap(value -> Arrays.stream(allowed).filter(value::equalsIgnoreCase))
                .distinct()
                .toList();
    }

    /** A day, null where the page does not say. */
    public @Nullable LocalDate date(String name) throws UnclearParameter {
        String value = text(name);
        try {
            return value.isEmpty() ? null : LocalDate.parse(value);
        } catch (DateTimeException notADate) {
            throw new UnclearParameter(name, Wrong.NO_DATE, value);
        }
    }

    /** A whole number in a range, both ends included. */
    public int number(String name, int otherwise, int least, int most) throws UnclearParameter {
        String value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        int number = value.matches("-?[0-9]{1,9}") ? Integer.parseInt(value) : most + 1;
        if (number < least || number > most) {
            throw new UnclearParameter(name, Wrong.NO_NUMBER, value, Integer.toString(least), Integer.toString(most));
        }
        return number;
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String name, boolean otherwise) throws UnclearParameter {
        return choice(name, Boolean.toString(otherwise), Boolean.toString(!otherwise))
                .equals("true");
    }

    /** Whatever stands there, without surrounding blanks; empty where the page does not say. */
    public String text(String name) {
        return values.getOrDefault(name, "").strip();
    }
}
