package io.throughline.app.web;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives the {@link Language} of whoever is reading. */
@Named
public class Languages {
    /** So long texts are used again: translations and what stands in for a missing one can be changed at any time. */
    static final Duration KEPT = Duration.ofMinutes(1);

    private final I18nResolver i18n;
    private final LocaleResolver locales;
    private final Clock clock;
    private final Map<Locale, LocaleFormats> formats = new ConcurrentHashMap<>();
    private final Map<Locale, Kept> texts = new ConcurrentHashMap<>();

    private record Kept(LocaleTexts texts, Instant until) {}

    @Inject
    public Languages(@ComponentImport I18nResolver i18n, @ComponentImport LocaleResolver locales) {
        this(i18n, locales, Clock.systemUTC());
    }

    Languages(I18nResolver i18n, LocaleResolver locales, Clock clock) {
        this.i18n = i18n;
        this.locales = locales;
        this.clock = clock;
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
        return new Language(texts(locale), formats.computeIfAbsent(locale, LocaleFormats::new));
    }

    private LocaleTexts texts(Locale locale) {
        Instant now = clock.instant();
        Kept last = texts.get(locale);
        if (last == null || !now.isBefore(last.until())) {
            last = new Kept(new LocaleTexts(i18n, locale), now.plus(KEPT));
            texts.put(locale, last);
        }
        return last.texts();
    }
}
