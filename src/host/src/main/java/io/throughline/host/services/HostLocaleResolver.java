package io.throughline.host.services;

import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;

/** English for everybody, unless the browser of a request asks for another language the host has. People have no preference here. */
final class HostLocaleResolver implements LocaleResolver {
    private static final Set<Locale> SUPPORTED = Set.of(Locale.US, Locale.UK, Locale.GERMANY, Locale.FRANCE);

    @Override
    public Locale getLocale(HttpServletRequest request) {
        if (request == null || request.getHeader("Accept-Language") == null) {
            return getApplicationLocale();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(asked -> SUPPORTED.stream().filter(has -> matches(asked, has)))
                .findFirst()
                .orElse(getApplicationLocale());
    }

    private static boolean matches(Locale asked, Locale has) {
        return asked.equals(has)
                || asked.getCountry().isEmpty()
                        && asked.getLanguage().equals(has.getLanguage())
                        && !has.equals(Locale.UK);
    }

    @Override
    public Locale getLocale() {
        return getApplicationLocale();
    }

    @Override
    public Locale getLocale(UserKey userKey) {
        return getApplicationLocale();
    }

    @Override
    public Locale getApplicationLocale() {
        return Locale.US;
    }

    @Override
    public Set<Locale> getSupportedLocales() {
        return SUPPORTED;
    }
}
