package com.atlassian.sal.api.message;

import com.atlassian.sal.api.user.UserKey;
import jakarta.annotation.Nullable;
import java.util.Locale;

/**
 * Which language somebody reads.
 *
 * <p>Source: dossier 2.3 [P7].
 */
public interface LocaleResolver {
    Locale getLocale();

    /** Of somebody who need not be the one asking; the product's own for null. */
    Locale getLocale(@Nullable UserKey userKey);
}
