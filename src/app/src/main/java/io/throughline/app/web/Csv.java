package io.throughline.app.web;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as spreadsheets open it by a double click: a mark in front that says UTF-8, the semicolon where the comma is
 * the decimal point, lines that end as RFC 4180 has them. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front.
 */
public final class Csv {
    private static final String MARK = "\uFEFF";

    private final StringBuilder text = new StringBuilder(MARK);
    private final char decimal;
    private final char separator;

    public Csv(Locale locale) {
        decimal = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        separator = decimal == ',' ? ';' : ',';
    }

    /** Adds a line. Each cell is a text, a number or null. */
    public Csv line(List<? extends @Nullable Object> cells) {
        List<String> written = new ArrayList<>();
        for (Object cell : cells) {
            written.add(cell instanceof Number number ? number(number) : quoted(harmless(cell)));
        }
        text.append(written.stream().collect(Collectors.joining(String.valueOf(separator))))
                .append("\r\n");
        return this;
    }

    private String number(Number number) {
        return new BigDecimal(number.toString()).toPlainString().replace('.', decimal);
    }

    /** Without a formula: what begins with one of these signs, perhaps behind blanks, is calculated when it is opened. */
    private static String harmless(@Nullable Object cell) {
        String bare = cell == null ? "" : cell.toString();
        String begins = bare.stripLeading();
        boolean isFormula = !bare.isEmpty()
                && (begins.isEmpty()
                        || "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(begins.charAt(0)) >= 0
                        || "\t\r\n".indexOf(bare.charAt(0)) >= 0);
        return isFormula ? "'" + bare : bare;
    }

    private String quoted(String cell) {
        boolean needs = cell.indexOf(separator) >= 0
                || cell.indexOf('"') >= 0
                || cell.indexOf('\n') >= 0
                || cell.indexOf('\r') >= 0
                || !cell.equals(cell.strip());
        return needs ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
