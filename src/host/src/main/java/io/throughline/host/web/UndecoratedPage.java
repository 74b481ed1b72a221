package io.throughline.host.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTML answer taken apart: its head, its body and its meta tags. Reads what servlets really write and is forgiving: a page
 * without a body element is all body.
 */
final class UndecoratedPage {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    private static final Pattern HEAD = Pattern.compile("<head(?:\\s[^>]*)?>(.*?)</head>", FLAGS);
    private static final Pattern TITLE = Pattern.compile("<title(?:\\s[^>]*)?>(.*?)</title>", FLAGS);
    private static final Pattern BODY = Pattern.compile("<body((?:\\s[^>]*)?)>(.*)</body>", FLAGS);
    private static final Pattern META = Pattern.compile("<meta\\s[^>]*>", FLAGS);
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private final String html;
    private final String head;
    private final Map<String, String> meta = new LinkedHashMap<>();
    private String decoratorTag = "";

    UndecoratedPage(String html) {
        this.html = html;
        Matcher matcher = HEAD.matcher(html);
        head = matcher.find() ? matcher.group(1) : "";
        readMeta();
    }

    /** The decorator asked for; empty means: leave the answer alone. */
    Optional<String> decorator() {
        return Optional.ofNullable(meta.get("decorator")).filter(kind -> !kind.isBlank() && !kind.equals("none"));
    }

    Decorator.Page page(String resources) {
        Matcher title = TITLE.matcher(head);
        String titleText = title.find() ? Html.unescape(title.group(1).strip()) : "";
        String rest =
                TITLE.matcher(head).replaceAll("").replace(decoratorTag, "").strip();
        Matcher body = BODY.matcher(html);
        boolean hasBody = body.find();
        return new Decorator.Page(
                decorator().orElse(""),
                titleText,
                rest,
                hasBody ? body.group(2) : HEAD.matcher(html).replaceFirst(""),
                hasBody ? body.group(1).strip() : "",
                Map.copyOf(meta),
                resources);
    }

    private void readMeta() {
        Matcher tags = META.matcher(head);
        while (tags.find()) {
            Map<String, String> attributes = new LinkedHashMap<>();
            Matcher attribute = ATTRIBUTE.matcher(tags.group());
            while (attribute.find()) {
                String value = attribute.group(2) != null ? attribute.group(2) : attribute.group(3);
                attributes.put(attribute.group(1).toLowerCase(java.util.Locale.ROOT), Html.unescape(value));
            }
            String name = attributes.get("name");
            if (name != null && attributes.containsKey("content")) {
                meta.put(name, attributes.get("content"));
                decoratorTag = name.equals("decorator") ? tags.group() : decoratorTag;
            }
        }
    }
}
