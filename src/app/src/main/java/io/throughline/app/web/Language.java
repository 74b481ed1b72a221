package io.throughline.app.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words and figures of one reader, in that reader's locale. One per request: its number formats are not
 * thread-safe.
 */
public final class Language {
    /** From here on a number is too long for an axis. */
    private static final double LONG = 100_000;

    private final LocaleTexts texts;
    private final LocaleFormats formats;
    private final NumberFormat percent;
    private final NumberFormat decimal;

    Language(LocaleTexts texts, LocaleFormats formats) {
        this.texts = texts;
        this.formats = formats;
        this.percent = formats.percent();
        this.decimal = formats.decimal();
    }

    public Locale locale() {
        return formats.locale();
    }

    /** Equal only where the same texts are said in the same words: for the keys of what is kept and has texts in it. */
    public Object edition() {
        return texts;
    }

    /** A text of the bundle; arguments are put in as they are, so figures are formatted before. Not escaped. */
    public String text(String key, Serializable... arguments) {
        return texts.text(key, arguments);
    }

    /** Fixed words of a template, by key. */
    public Map<String, String> texts(List<String> keys) {
        Map<String, String> texts = new LinkedHashMap<>();
        keys.forEach(key -> texts.put(key, text(key)));
        return texts;
    }

    /** Whole percent of a ratio: 0.358 is {@code 36%} in English and {@code 36 %} in German. */
    public String percent(double ratio) {
        // Rounded first, so that a little below zero is 0 and not -0.
        return percent.format(Double.isFinite(ratio) ? written(ratio).setScale(2, RoundingMode.HALF_UP) : ratio);
    }

    /** A number with at most {@code digits} decimals and the locale's grouping. */
    public String number(double value, int digits) {
        return decimal(0, digits).format(exact(value));
    }

    /** A number where there is little room, as on an axis: from a hundred thousand on {@code 1.25M}. */
    public String brief(double value) {
        if (Math.abs(value) < LONG) {
            return number(value, 4);
        }
        NumberFormat compact = NumberFormat.getCompactNumberInstance(formats.locale(), NumberFormat.Style.SHORT);
        compact.setMaximumFractionDigits(2);
        return compact.format(value);
    }

    /** A number with exactly {@code digits} decimals, as pace and schedule are shown. */
    public String fixed(double value, int digits) {
        return decimal(digits, digits).format(exact(value));
    }

    /**
     * A half is rounded up as people and browsers see it: 1.005 is 1.01, though the nearest binary number is a little less.
     */
    private static BigDecimal written(double value) {
        return BigDecimal.valueOf(value);
    }

    private static Number exact(double value) {
        return Double.isFinite(value) ? written(value) : (Number) value;
    }

    private NumberFormat decimal(int least, int most) {
        decimal.setMaximumFractionDigits(most);
        decimal.setMinimumFractionDigits(least);
        return decimal;
    }

    public String count(long value) {
        return decimal(0, 0).format(value);
    }

    /** A text about a number of things; for exactly 1 the bundle has the key with {@code .single} behind. */
    public String counted(String key, long number) {
        return text(number == 1 ? key + ".single" : key, count(number));
    }

    /** {@code 31 Dec 2027}; the order of the parts is the bundle's. */
    public String date(LocalDate date) {
        return formats.date(text("throughline.date.pattern")).format(date);
    }

    /** {@code 15 Mar 2027, 08:42 UTC}: one clock for all readers, so that two printouts can be compared. */
    public String instant(Instant instant) {
        String local = formats.date(text("throughline.instant.pattern")).format(instant.atOffset(ZoneOffset.UTC));
        return text("throughline.instant", local);
    }
}
