package io.throughline.host.services;

import com.atlassian.sal.api.message.LocaleResolver;
import java.util.Locale;
import java.util.function.Supplier;

/** The language of the user on this thread. */
final class HostLocaleResolver implements LocaleResolver {

    private final Supplier<Locale> ofTheUser;

    HostLocaleResolver(Supplier<Locale> ofTheUser) {
        this.ofTheUser = ofTheUser;
    }

    @Override
    public Locale getLocale() {
        return ofTheUser.get();
    }
}
