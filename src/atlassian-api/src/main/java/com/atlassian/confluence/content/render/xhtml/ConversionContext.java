package com.atlassian.confluence.content.render.xhtml;

import com.atlassian.confluence.core.ContentEntityObject;
import jakarta.annotation.Nullable;

/**
 * Where and for what a macro is rendered.
 *
 * <p>Source: dossier 4.1 [S6, V8]
 */
public interface ConversionContext {

    /** The content the macro stands in; null for example in the preview of a template. */
    @Nullable
    ContentEntityObject getEntity();

    @Nullable
    String getSpaceKey();

    /** One of {@link ConversionContextOutputType}'s values, in lower case. */
    String getOutputType();

    /** What was set under a name during this rendering; null when nothing was. */
    @Nullable
    Object getProperty(String name);

    void setProperty(String name, Object value);

    /** Throws when the page has taken longer than it may. */
    void checkTimeout();
}
