package io.throughline.host.services;

import com.atlassian.sal.api.message.LocaleResolver;
import java.util.Locale;

/** English for everybody: people have no preference here. */
final class HostLocaleResolver implements LocaleResolver {

    @Override
    public Locale getLocale() {
        return getApplicationLocale();
    }

    public Locale getApplicationLocale() {
        return Locale.US;
    }
}
