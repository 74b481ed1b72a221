package io.throughline.app.confluence.wiki;

import io.throughline.app.web.TestLanguage;
import java.util.Locale;

/** Sites that take changes, and such that do not, without a Confluence. */
public final class AccessMode {
    private AccessMode() {}

    public static ReadOnlySite readWrite() {
        return new ReadOnlySite(() -> false, TestLanguage.languages(Locale.ENGLISH));
    }

    public static ReadOnlySite readOnly() {
        return readOnly(Locale.ENGLISH);
    }

    public static ReadOnlySite readOnly(Locale locale) {
        return new ReadOnlySite(() -> true, TestLanguage.languages(locale));
    }
}
