package io.throughline.host.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * Velocity 1.7 as the products run it: references are HTML-escaped unless the method that gave the value is annotated
 * {@code HtmlSafe}, and methods outside the allow-list are not called: the reference stays as written, and that is logged.
 */
public interface TemplatePages {

    /** Host's own template from the class path; its own view classes are allowed without a list. */
    void renderHost(String location, Map<String, Object> context, Writer out) throws IOException;

    /** A plugin's template out of its JAR. */
    void renderPlugin(String pluginKey, String location, Map<String, Object> context, Writer out) throws IOException;

    /** A fragment such as a web item's link. */
    String renderFragment(String pluginKey, String fragment, Map<String, Object> context);
}
