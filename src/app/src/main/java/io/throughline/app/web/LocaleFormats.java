package io.throughline.app.web;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The number and date formats of one locale, made once: making them costs more than using them. */
final class LocaleFormats {
    private final Locale locale;
    private final NumberFormat percent;
    private final NumberFormat decimal;
    private final Map<String, DateTimeFormatter> dates = new ConcurrentHashMap<>();

    LocaleFormats(Locale locale) {
        this.locale = locale;
        percent = NumberFormat.getPercentInstance(locale);
        percent.setMaximumFractionDigits(0);
        decimal = NumberFormat.getNumberInstance(locale);
        decimal.setRoundingMode(RoundingMode.HALF_UP);
    }

    Locale locale() {
        return locale;
    }

    /** A format of one's own, since number formats are not thread-safe. */
    NumberFormat percent() {
        return (NumberFormat) percent.clone();
    }

    /** A format of one's own. */
    NumberFormat decimal() {
        return (NumberFormat) decimal.clone();
    }

    /** @param pattern from a bundle, so there are few of them */
    DateTimeFormatter date(String pattern) {
        return dates.computeIfAbsent(pattern, wanted -> DateTimeFormatter.ofPattern(wanted, locale));
    }
}
