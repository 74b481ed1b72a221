package io.throughline.host.confluence.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The named characters of HTML 4, which storage format may use and XML does not know. They are turned into numbers before the XML is
 * read, so that the parser needs no document type, and nobody can declare entities of their own.
 */
final class HtmlEntities {

    /** CDATA sections and comments are matched first, as wholes: an ampersand in there is an ampersand. */
    private static final Pattern NAMED =
            Pattern.compile("<!\\[CDATA\\[.*?]]>|<!--.*?-->|&([A-Za-z][A-Za-z0-9]*);", Pattern.DOTALL);

    private final Map<String, Integer> codePoints = new HashMap<>();

    HtmlEntities() {
        try (InputStream in = HtmlEntities.class.getResourceAsStream("html-entities.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split(" "))
                    .forEach(pair -> codePoints.put(pair[0], Integer.valueOf(pair[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** XML's own five names and unknown ones stay as they are; the parser refuses the latter. */
    String toNumbers(String text) {
        Matcher matcher = NAMED.matcher(text);
        StringBuilder out = new StringBuilder(text.length());
        while (matcher.find()) {
            Integer codePoint = matcher.group(1) == null ? null : codePoints.get(matcher.group(1));
            matcher.appendReplacement(
                    out, Matcher.quoteReplacement(codePoint == null ? matcher.group() : "&#" + codePoint + ";"));
        }
        return matcher.appendTail(out).toString();
    }
}
