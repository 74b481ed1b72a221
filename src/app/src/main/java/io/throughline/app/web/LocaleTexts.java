package io.throughline.app.web;

import com.atlassian.sal.api.message.I18nResolver;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;

/**
 * The texts of one locale that were asked for before: pages say the same few again and again, and the platform reads the pattern of
 * each anew. Safe for many threads.
 */
final class LocaleTexts {
    private final I18nResolver i18n;
    private final Locale locale;
    /** By key, and by a list of key and arguments. */
    private final MadeOnce<Object, String> known = new MadeOnce<>();

    LocaleTexts(I18nResolver i18n, Locale locale) {
        this.i18n = i18n;
        this.locale = locale;
    }

    String text(String key, Serializable... arguments) {
        return arguments.length == 0
                ? known.of(key, () -> i18n.getText(locale, key))
                : known.of(asked(key, arguments), () -> i18n.getText(locale, key, arguments));
    }

    private static Object asked(String key, Serializable... arguments) {
        Serializable[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = key;
        return Arrays.asList(all);
    }
}
