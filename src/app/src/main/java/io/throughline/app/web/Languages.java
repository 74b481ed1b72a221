package io.throughline.app.web;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives the {@link Language} of whoever is reading. */
@Named
public class Languages {
    private final I18nResolver i18n;
    private final LocaleResolver locales;
    private final Map<Locale, LocaleFormats> formats = new ConcurrentHashMap<>();

    @Inject
    public Languages(@ComponentImport I18nResolver i18n, @ComponentImport LocaleResolver locales) {
        this.i18n = i18n;
        this.locales = locales;
    }

    /** The language of somebody who is not asking, by user key. */
    public Language of(String userKey) {
        return in(locales.getLocale(new UserKey(userKey)));
    }

    /** The current user's language; works without an HTTP request, since page exports render in the background. */
    public Language ofReader() {
        return in(locales.getLocale());
    }

    private Language in(Locale locale) {
        return new Language(i18n, formats.computeIfAbsent(locale, LocaleFormats::new));
    }
}
