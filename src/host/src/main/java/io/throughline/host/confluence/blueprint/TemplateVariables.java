package io.throughline.host.confluence.blueprint;

import io.throughline.host.web.Html;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code <at:var at:name="x"/>}: with text, or with markup where the template says {@code at:rawxhtml="true"}. */
record TemplateVariables(Map<String, Object> context) {

    private static final Pattern DECLARATIONS =
            Pattern.compile("<at:declarations>.*?</at:declarations>", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("<at:var\\s([^>]*?)/?>(?:\\s*</at:var>)?");
    private static final Pattern NAME = Pattern.compile("at:name=\"([^\"]*)\"");

    String fill(String template) {
        Matcher variable = VARIABLE.matcher(DECLARATIONS.matcher(template).replaceAll(""));
        return variable.replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    /** A variable that nobody sets leaves nothing. */
    private String value(String attributes) {
        Matcher name = NAME.matcher(attributes);
        Object value = name.find() ? context.get(name.group(1)) : null;
        if (value == null) {
            return "";
        }
        return attributes.contains("at:rawxhtml=\"true\"") ? value.toString() : Html.escape(value.toString());
    }
}
