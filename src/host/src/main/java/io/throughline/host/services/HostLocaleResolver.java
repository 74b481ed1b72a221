package io.throughline.host.services;

import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** The language of the user on this thread, or of somebody else. */
final class HostLocaleResolver implements LocaleResolver {

    private final Supplier<Locale> ofTheUser;
    private final Function<String, Locale> ofAnybody;

    /** @param ofAnybody by user key */
    HostLocaleResolver(Supplier<Locale> ofTheUser, Function<String, Locale> ofAnybody) {
        this.ofTheUser = ofTheUser;
        this.ofAnybody = ofAnybody;
    }

    @Override
    public Locale getLocale() {
        return ofTheUser.get();
    }

    @Override
    public Locale getLocale(UserKey userKey) {
        return userKey == null ? Locale.US : ofAnybody.apply(userKey.getStringValue());
    }
}
