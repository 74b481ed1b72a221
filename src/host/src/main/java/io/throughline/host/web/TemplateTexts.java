package io.throughline.host.web;

import io.throughline.host.plugin.Texts;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.function.Supplier;

/** What templates know as {@code $i18n}. */
public final class TemplateTexts {

    private final Texts texts;
    private final Supplier<Locale> locale;

    TemplateTexts(Texts texts, Supplier<Locale> locale) {
        this.texts = texts;
        this.locale = locale;
    }

    public String getText(String key) {
        return format(key);
    }

    public String getText(String key, Object first) {
        return format(key, first);
    }

    public String getText(String key, Object first, Object second) {
        return format(key, first, second);
    }

    public String getText(String key, Object first, Object second, Object third) {
        return format(key, first, second, third);
    }

    private String format(String key, Object... arguments) {
        return texts.raw(locale.get(), key)
                .map(raw -> new MessageFormat(raw, locale.get()).format(arguments))
                .orElse(key);
    }
}
