package io.throughline.app.shown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Our macros in a page's storage format, with their parameters. */
final class PageMacros {
    private static final Pattern CDATA = Pattern.compile("<!\\[CDATA\\[.*?]]>", Pattern.DOTALL);
    private static final Pattern MACRO = Pattern.compile(
            "<ac:structured-macro\\b[^>]*\\bac:name=\"(strategy-[a-z-]+)\"[^>]*>((?:\\s*<ac:parameter\\b[^>]*>[^<]*</ac:parameter>)*)");
    private static final Pattern PARAMETER =
            Pattern.compile("<ac:parameter\\b[^>]*\\bac:name=\"([^\"]*)\"[^>]*>([^<]*)</ac:parameter>");

    private PageMacros() {}

    /** @param parameters as they stand, without blanks around */
    record Macro(String name, Map<String, String> parameters) {}

    static List<Macro> of(String storage) {
        List<Macro> found = new ArrayList<>();
        // what stands in code blocks looks like a macro and is none
        Matcher macro = MACRO.matcher(CDATA.matcher(storage).replaceAll(""));
        while (macro.find()) {
            Map<String, String> parameters = new HashMap<>();
            Matcher parameter = PARAMETER.matcher(macro.group(2));
            while (parameter.find()) {
                parameters.put(parameter.group(1), parameter.group(2).strip());
            }
            found.add(new Macro(macro.group(1), parameters));
        }
        return found;
    }
}
