package com.atlassian.sal.api.message;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;

/**
 * Texts of the product and of all plugins, in the asker's language.
 *
 * <p>Source: dossier 2.3 [P7, used on V8].
 */
public interface I18nResolver {
    String getText(String key, Serializable... arguments);

    String getText(String key);

    String getText(Locale locale, String key, Serializable... arguments);

    String getText(Locale locale, String key);

    Message createMessage(String key, Serializable... arguments);

    Map<String, String> getAllTranslationsForPrefix(String prefix, Locale locale);
}
