package io.throughline.host.jira.importer.csv;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as exports write them: {@code 3.0}, and {@code 3,5} where the comma is the decimal sign. */
final class CsvNumbers {
    private static final Pattern FORM = Pattern.compile("[+-]?\\d{1,15}([.,]\\d{1,10})?([eE][+-]?\\d{1,2})?");

    private CsvNumbers() {}

    static OptionalDouble read(String text) {
        return FORM.matcher(text).matches()
                ? OptionalDouble.of(Double.parseDouble(text.replace(',', '.')))
                : OptionalDouble.empty();
    }
}
