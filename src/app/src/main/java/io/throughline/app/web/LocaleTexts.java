package io.throughline.app.web;

import com.atlassian.sal.api.message.I18nResolver;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one locale that were asked for before: pages say the same few again and again, and the platform reads the pattern of
 * each anew. Safe for many threads.
 */
final class LocaleTexts {
    /** Names and figures are put into texts, so there is no end to them. */
    static final int MOST = 5_000;

    private final I18nResolver i18n;
    private final Locale locale;
    /** By key, and by a list of key and arguments. */
    private final Map<Object, String> known = new ConcurrentHashMap<>();

    LocaleTexts(I18nResolver i18n, Locale locale) {
        this.i18n = i18n;
        this.locale = locale;
    }

    String text(String key, Serializable... arguments) {
        Object asked = arguments.length == 0 ? key : asked(key, arguments);
        String last = known.get(asked);
        if (last != null) {
            return last;
        }
        String text = arguments.length == 0 ? i18n.getText(locale, key) : i18n.getText(locale, key, arguments);
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(asked, text);
        return text;
    }

    private static Object asked(String key, Serializable... arguments) {
        Serializable[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = key;
        return Arrays.asList(all);
    }
}
