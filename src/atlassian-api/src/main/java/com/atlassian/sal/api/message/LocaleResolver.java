package com.atlassian.sal.api.message;

import com.atlassian.sal.api.user.UserKey;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;

/**
 * Which language somebody reads.
 *
 * <p>Source: dossier 2.3 [P7].
 */
public interface LocaleResolver {
    Locale getLocale(HttpServletRequest request);

    Locale getLocale();

    Locale getLocale(@Nullable UserKey userKey);

    Locale getApplicationLocale();

    Set<Locale> getSupportedLocales();
}
