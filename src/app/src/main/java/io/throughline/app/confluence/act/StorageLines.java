package io.throughline.app.confluence.act;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds a line to the body of a macro in storage format, and leaves every other character of the page as it is: a parser would write the
 * page anew, with entities and white space of its own.
 */
final class StorageLines {
    private static final Pattern MARK = Pattern.compile(
            "<!\\[CDATA\\[.*?]]>|<(/?)ac:(structured-macro|rich-text-body)\\b[^>]*?(/?)>", Pattern.DOTALL);
    private static final Pattern EMPTY = Pattern.compile("\\s*(<p>(\\s|&nbsp;|<br ?/>)*</p>|<p ?/>)?\\s*");

    private StorageLines() {}

    /**
     * Puts a line at the end of the first macro of that name; in the place of an empty paragraph, which is how the body begins.
     *
     * @param line well-formed storage
     * @return empty when the page has no such macro, or the macro no body
     */
    static Optional<String> append(String storage, String macro, String line) {
        Matcher start = Pattern.compile("<ac:structured-macro\\b[^>]*\\bac:name=\"" + Pattern.quote(macro) + "\"[^>]*>")
                .matcher(storage);
        while (start.find()) {
            if (!start.group().endsWith("/>") && !isInCdata(storage, start.start())) {
                return append(storage, start.end(), line);
            }
        }
        return Optional.empty();
    }

    /** Only code that a page shows can look like a macro without being one. */
    private static boolean isInCdata(String storage, int at) {
        int open = storage.lastIndexOf("<![CDATA[", at);
        return open >= 0 && storage.indexOf("]]>", open) > at;
    }

    private static Optional<String> append(String storage, int from, String line) {
        Matcher mark = MARK.matcher(storage);
        int depth = 0;
        int body = -1;
        for (int at = from; mark.find(at); at = mark.end()) {
            if (mark.group(2) == null || "/".equals(mark.group(3))) {
                continue;
            }
            boolean closes = mark.group(1).equals("/");
            if (mark.group(2).equals("structured-macro")) {
                depth += closes ? -1 : 1;
                if (depth < 0) {
                    return Optional.empty();
                }
            } else if (depth == 0 && !closes) {
                body = mark.end();
            } else if (depth == 0 && body >= 0) {
                String before = storage.substring(body, mark.start());
                return Optional.of(storage.substring(0, body)
                        + (EMPTY.matcher(before).matches() ? "" : before)
                        + line
                        + storage.substring(mark.start()));
            }
        }
        return Optional.empty();
    }
}
