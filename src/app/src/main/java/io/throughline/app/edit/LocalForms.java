package io.throughline.app.edit;

import io.throughline.core.measures.Periods;
import io.throughline.core.strategy.Frequency;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers and days as people of one locale write them. What could be read in two ways is read as the locale has it, and
 * what the locale cannot mean is read as a program writes it: {@code 15.2} is no German thousand.
 */
final class LocalForms {
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern DAY = Pattern.compile("([0-9]{1,4})[./-]([0-9]{1,2})[./-]([0-9]{1,4})");
    private static final Pattern MONTH = Pattern.compile("([0-9]{4})-([0-9]{2})|([0-9]{1,2})[./]([0-9]{4})");
    private static final Pattern QUARTER = Pattern.compile("([0-9]{4})[- ]?Q([1-4])|Q([1-4])[ /-]?([0-9]{4})");
    private static final Pattern WEEK = Pattern.compile("[0-9]{4}-W[0-9]{2}");

    private final Pattern grouped;
    private final Pattern local;
    private final char decimal;
    private final boolean monthFirst;

    LocalForms(Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        decimal = symbols.getDecimalSeparator();
        char group = decimal == ',' ? '.' : ',';
        String tail = "(" + Pattern.quote(String.valueOf(decimal)) + "[0-9]+)?";
        grouped = Pattern.compile("[+-]?[0-9]{1,3}(" + Pattern.quote(String.valueOf(group)) + "[0-9]{3})+" + tail);
        local = Pattern.compile("[+-]?[0-9]+" + tail);
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        monthFirst = pattern.indexOf('M') < pattern.indexOf('d');
    }

    /** A number, with or without a percent or currency sign; empty for anything else. */
    Optional<Double> number(String text) {
        // spaces and apostrophes group everywhere, whichever of their kinds it is
        String bare = text.replaceAll("[\\s\\u00a0\\u2009\\u202f'\\u2019]|[%\\p{Sc}]", "")
                .replace('\u2212', '-');
        if (grouped.matcher(bare).matches() || local.matcher(bare).matches()) {
            String group = decimal == ',' ? "." : ",";
            return Optional.of(Double.valueOf(bare.replace(group, "").replace(decimal, '.')));
        }
        return PLAIN.matcher(bare).matches() ? Optional.of(Double.valueOf(bare)) : Optional.empty();
    }

    /** A day, or the last day of a month, quarter or week; empty for anything else. */
    Optional<LocalDate> day(String text, Frequency frequency) {
        try {
            return read(text, frequency);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> read(String text, Frequency frequency) {
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            boolean yearFirst = month.group(1) != null;
            YearMonth found = YearMonth.of(
                    Integer.parseInt(month.group(yearFirst ? 1 : 4)), Integer.parseInt(month.group(yearFirst ? 2 : 3)));
            return Optional.of(found.atEndOfMonth());
        }
        Matcher quarter = QUARTER.matcher(text.toUpperCase(Locale.ROOT));
        if (quarter.matches()) {
            boolean yearFirst = quarter.group(1) != null;
            int year = Integer.parseInt(quarter.group(yearFirst ? 1 : 4));
            LocalDate first = LocalDate.of(year, 1, 1)
                    .with(IsoFields.QUARTER_OF_YEAR, Long.parseLong(quarter.group(yearFirst ? 2 : 3)));
            return Optional.of(Periods.endOf(Frequency.QUARTERLY, first));
        }
        if (frequency == Frequency.WEEKLY && WEEK.matcher(text).matches()) {
            return Optional.of(LocalDate.parse(text + "-7", DateTimeFormatter.ISO_WEEK_DATE));
        }
        Matcher day = DAY.matcher(text);
        return day.matches() ? Optional.of(day(day)) : Optional.empty();
    }

    private LocalDate day(Matcher day) {
        int one = Integer.parseInt(day.group(1));
        int two = Integer.parseInt(day.group(2));
        int three = Integer.parseInt(day.group(3));
        if (day.group(1).length() == 4) {
            return LocalDate.of(one, two, three);
        }
        int year = day.group(3).length() <= 2 ? 2000 + three : three;
        // a dot is never between month and day of those who put the month first
        boolean american = monthFirst && day.group().indexOf('/') > 0;
        return american ? LocalDate.of(year, one, two) : LocalDate.of(year, two, one);
    }
}
