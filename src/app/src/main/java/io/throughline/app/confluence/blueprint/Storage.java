package io.throughline.app.confluence.blueprint;

import static io.throughline.app.confluence.wiki.StorageText.escaped;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Confluence's storage format, written piece by piece. Whatever comes from Jira or a text bundle is escaped here, so a name of a plan can
 * never be markup of the page.
 */
final class Storage {
    private final StringBuilder xml = new StringBuilder();

    Storage paragraph(String text) {
        xml.append("<p>").append(escaped(text)).append("</p>");
        return this;
    }

    Storage heading(String text) {
        xml.append("<h3>").append(escaped(text)).append("</h3>");
        return this;
    }

    /** Instructional text: the editor shows it until somebody writes there, readers never see it. */
    Storage hint(String text) {
        xml.append("<p>").append(placeholder(text)).append("</p>");
        return this;
    }

    /** Something good to know, in a box. */
    Storage info(String text) {
        return box("info", text, "", "");
    }

    /** Something that is not as it should be, in a box, with a link behind it where {@code url} is not empty. */
    Storage note(String text, String url, String link) {
        return box("note", text, url, link);
    }

    private Storage box(String name, String text, String url, String link) {
        xml.append("<ac:structured-macro ac:name=\"")
                .append(name)
                .append("\"><ac:rich-text-body><p>")
                .append(escaped(text));
        if (!url.isEmpty()) {
            xml.append(" <a href=\"")
                    .append(escaped(url))
                    .append("\">")
                    .append(escaped(link))
                    .append("</a>");
        }
        xml.append("</p></ac:rich-text-body></ac:structured-macro>");
        return this;
    }

    /** A macro without a body; parameters in the order of their names, empty ones left out. */
    Storage macro(String name, Map<String, String> parameters) {
        open(name, parameters);
        xml.append("</ac:structured-macro>");
        return this;
    }

    /** A macro with an empty rich body that people and the app write into. */
    Storage macroWithBody(String name, Map<String, String> parameters) {
        open(name, parameters);
        xml.append("<ac:rich-text-body><p></p></ac:rich-text-body></ac:structured-macro>");
        return this;
    }

    private void open(String name, Map<String, String> parameters) {
        xml.append("<ac:structured-macro ac:name=\"").append(name).append("\">");
        new TreeMap<>(parameters).forEach((key, value) -> {
            if (!value.isEmpty()) {
                xml.append("<ac:parameter ac:name=\"")
                        .append(key)
                        .append("\">")
                        .append(escaped(value))
                        .append("</ac:parameter>");
            }
        });
    }

    /** A table with heads; an empty cell holds the hint of its column. */
    Storage table(List<String> heads, List<String> hints, List<List<String>> rows) {
        xml.append("<table><tbody><tr>");
        heads.forEach(head -> xml.append("<th>").append(escaped(head)).append("</th>"));
        xml.append("</tr>");
        for (List<String> row : rows) {
            xml.append("<tr>");
            for (int i = 0; i < heads.size(); i++) {
                String cell = row.get(i);
                xml.append("<td>")
                        .append(cell.isEmpty() ? placeholder(hints.get(i)) : escaped(cell))
                        .append("</td>");
            }
            xml.append("</tr>");
        }
        xml.append("</tbody></table>");
        return this;
    }

    private static String placeholder(String text) {
        return "<ac:placeholder>" + escaped(text) + "</ac:placeholder>";
    }

    @Override
    public String toString() {
        return xml.toString();
    }
}
