package io.throughline.app.web;

import java.util.Collection;

/**
 * HTML that may stand in a page as it is. Only {@link Markup} makes it, and escapes whatever is put in: a name can never be
 * markup of a page.
 */
public final class Html {
    /** Nothing at all. */
    public static final Html NONE = new Html("");

    private final String html;

    Html(String html) {
        this.html = html;
    }

    /** One after the other, with nothing in between. */
    public static Html of(Collection<Html> parts) {
        StringBuilder all = new StringBuilder();
        parts.forEach(part -> all.append(part.html));
        return new Html(all.toString());
    }

    /** A text for HTML and SVG, between tags and in quoted attributes; control characters but tab and line feed are left out. */
    public static String escaped(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (!isPlain(text.charAt(at))) {
                return escapedFrom(at, text);
            }
        }
        return text;
    }

    private static boolean isPlain(char character) {
        return switch (character) {
            case '<', '>', '&', '"', '\'' -> false;
            default -> character >= 0x20 || character == '\n' || character == '\t';
        };
    }

    private static String escapedFrom(int begin, String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, begin);
        for (int at = begin; at < text.length(); at++) {
            char character = text.charAt(at);
            switch (character) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (isPlain(character)) {
                        escaped.append(character);
                    }
                }
            }
        }
        return escaped.toString();
    }

    /** The HTML itself. */
    @Override
    public String toString() {
        return html;
    }
}
