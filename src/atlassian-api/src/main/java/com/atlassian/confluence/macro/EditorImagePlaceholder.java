package com.atlassian.confluence.macro;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import java.util.Map;

/**
 * A macro without a body that says how it looks in the editor.
 *
 * <p>Source: dossier 4.1 [C9],
 * https://docs.atlassian.com/ConfluenceServer/javadoc/8.0.0-m90/com/atlassian/confluence/macro/class-use/ImagePlaceholder.html
 */
public interface EditorImagePlaceholder {
    ImagePlaceholder getImagePlaceholder(Map<String, String> parameters, ConversionContext context);
}
