package com.atlassian.confluence.content.render.xhtml;

import java.util.Locale;

/**
 * What a page is rendered for.
 *
 * <p>Source: dossier 4.1 [S6]
 */
public enum ConversionContextOutputType {
    PREVIEW,
    DISPLAY,
    WORD,
    PDF,
    HTML_EXPORT,
    FEED,
    EMAIL,
    DIFF;

    /** The name in lower case, as {@link ConversionContext#getOutputType()} gives it. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
