package com.atlassian.sal.api.message;

import java.util.Locale;

/**
 * Which language somebody reads.
 *
 * <p>Source: dossier 2.3 [P7].
 */
public interface LocaleResolver {
    Locale getLocale();
}
