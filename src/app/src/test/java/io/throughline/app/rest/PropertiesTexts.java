package io.throughline.app.rest;

import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import io.throughline.app.web.Languages;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The app's own English bundle, worded as the platform words it. A key without a text fails. */
final class PropertiesTexts {
    private final Properties texts = new Properties();

    PropertiesTexts() {
        try (InputStream bundle = getClass().getResourceAsStream("/i18n/throughline.properties")) {
            texts.load(bundle);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Languages languages() {
        I18nResolver resolver = (I18nResolver) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {I18nResolver.class}, (proxy, method, arguments) -> {
                    int key = arguments[0] instanceof Locale ? 1 : 0;
                    Object[] facts = arguments.length > key + 1 ? (Serializable[]) arguments[key + 1] : new Object[0];
                    return text((String) arguments[key], facts);
                });
        LocaleResolver locales = (LocaleResolver) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {LocaleResolver.class},
                (proxy, method, arguments) -> Locale.ENGLISH);
        return new Languages(resolver, locales);
    }

    private String text(String key, Object... facts) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new AssertionError("no text for " + key);
        }
        String worded = new MessageFormat(text, Locale.ENGLISH).format(facts);
        if (worded.matches(".*\\{[0-9]}.*")) {
            throw new AssertionError("too few facts for " + key + ": " + worded);
        }
        return worded;
    }
}
