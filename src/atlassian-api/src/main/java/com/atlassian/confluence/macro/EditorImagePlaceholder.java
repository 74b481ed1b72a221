package com.atlassian.confluence.macro;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import java.util.Map;

/**
 * A macro that is shown as a picture of its own in the editor.
 *
 * <p>Source: dossier 4.1 [C9]
 */
public interface EditorImagePlaceholder {

    ImagePlaceholder getImagePlaceholder(Map<String, String> parameters, ConversionContext context);
}
