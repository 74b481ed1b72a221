package io.throughline.app.web;

import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import java.io.Serializable;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.mockito.Mockito;

/** Languages over the real bundles, with the products' message formats; a key that is missing fails the test. */
public final class TestLanguage {
    private TestLanguage() {}

    public static Languages languages(Locale locale) {
        LocaleResolver locales = Mockito.mock(LocaleResolver.class);
        Mockito.when(locales.getLocale()).thenReturn(locale);
        return new Languages(resolver(), locales);
    }

    /** Languages of people who are not asking, by user key. */
    public static Languages languages(Function<String, Locale> ofAnybody) {
        LocaleResolver locales = Mockito.mock(LocaleResolver.class);
        Mockito.when(locales.getLocale(Mockito.any(UserKey.class)))
                .thenAnswer(call -> ofAnybody.apply(call.<UserKey>getArgument(0).getStringValue()));
        return new Languages(resolver(), locales);
    }

    public static Language of(Locale locale) {
        return languages(locale).ofReader();
    }

    /** One in which something is said in other words, as when a translation was changed. */
    public static Language reworded(Locale locale, String from, String to) {
        LocaleResolver locales = Mockito.mock(LocaleResolver.class);
        Mockito.when(locales.getLocale()).thenReturn(locale);
        return new Languages(resolver(text -> text.replace(from, to)), locales).ofReader();
    }

    private static I18nResolver resolver() {
        return resolver(UnaryOperator.identity());
    }

    private static I18nResolver resolver(UnaryOperator<String> translation) {
        return Mockito.mock(I18nResolver.class, call -> {
            if (!call.getMethod().getName().equals("getText")) {
                throw new UnsupportedOperationException(call.getMethod().getName());
            }
            Object[] arguments = call.getArguments();
            Serializable[] values = Arrays.stream(arguments, 2, arguments.length)
                    .map(Serializable.class::cast)
                    .toArray(Serializable[]::new);
            return translation.apply(text((Locale) arguments[0], (String) arguments[1], values));
        });
    }

    private static String text(Locale locale, String key, Serializable... values) {
        try {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    "i18n/throughline",
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            return new MessageFormat(bundle.getString(key), locale).format(values);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("no text " + key + " for " + locale, e);
        }
    }
}
