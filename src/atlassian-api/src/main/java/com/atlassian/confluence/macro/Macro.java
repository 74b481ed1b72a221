package com.atlassian.confluence.macro;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import java.util.Map;

/**
 * A macro of a page. One instance serves all pages and threads.
 *
 * <p>Source: dossier 4.1 [C9, V8]
 */
public interface Macro {

    /**
     * Renders the macro.
     *
     * @param parameters as written in the page; what is not written there is absent, whatever default the descriptor has
     * @param body the body, already rendered when it is rich text; empty when there is none
     * @return HTML that goes into the page as it is
     */
    String execute(Map<String, String> parameters, String body, ConversionContext context)
            throws MacroExecutionException;

    BodyType getBodyType();

    OutputType getOutputType();

    /**
     * What stands between a macro's tags.
     *
     * <p>Source: dossier 4.1 [C9, V8]
     */
    enum BodyType {
        NONE,
        PLAIN_TEXT,
        RICH_TEXT
    }

    /**
     * Whether the output may stand inside a paragraph.
     *
     * <p>Source: dossier 4.1 [C9, V8]
     */
    enum OutputType {
        INLINE,
        BLOCK
    }
}
