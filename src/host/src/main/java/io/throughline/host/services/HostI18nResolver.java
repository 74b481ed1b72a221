package io.throughline.host.services;

import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.message.Message;
import io.throughline.host.plugin.Texts;
import java.io.Serializable;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;

/** SAL's texts. A key nobody translates comes back as itself; every text goes through {@link MessageFormat}. */
final class HostI18nResolver implements I18nResolver {
    private final Texts texts;
    private final LocaleResolver locales;

    HostI18nResolver(Texts texts, LocaleResolver locales) {
        this.texts = texts;
        this.locales = locales;
    }

    @Override
    public String getText(String key, Serializable... arguments) {
        return getText(locales.getLocale(), key, arguments);
    }

    @Override
    public String getText(String key) {
        return getText(locales.getLocale(), key, new Serializable[0]);
    }

    @Override
    public String getText(Locale locale, String key, Serializable... arguments) {
        return texts.raw(locale, key)
                .map(raw -> new MessageFormat(raw, locale).format(resolved(locale, arguments)))
                .orElse(key);
    }

    /** An argument that is a message is translated first. */
    private Object[] resolved(Locale locale, Serializable[] arguments) {
        Object[] resolved = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            resolved[i] = arguments[i] instanceof Message
                    ? getText(locale, ((Message) arguments[i]).getKey(), ((Message) arguments[i]).getArguments())
                    : arguments[i];
        }
        return resolved;
    }

    @Override
    public String getText(Locale locale, String key) {
        return getText(locale, key, new Serializable[0]);
    }

    @Override
    public Message createMessage(String key, Serializable... arguments) {
        return new HostMessage(key, arguments.clone());
    }

    @Override
    public Map<String, String> getAllTranslationsForPrefix(String prefix, Locale locale) {
        return texts.startingWith(prefix, locale);
    }

    private record HostMessage(String getKey, Serializable[] getArguments) implements Message {
        private static final long serialVersionUID = 1L;
    }
}
