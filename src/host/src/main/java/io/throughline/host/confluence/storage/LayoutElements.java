package io.throughline.host.confluence.storage;

import io.throughline.host.web.Html;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Columns, task lists, and the small things of a page that are neither macro nor link. */
final class LayoutElements {

    private final StorageRenderer renderer;

    LayoutElements(StorageRenderer renderer) {
        this.renderer = renderer;
    }

    /** @return false for an element that is not known here */
    boolean render(Element element, StringBuilder out, PageConversion context) {
        switch (element.getLocalName()) {
            case "layout" -> around("<div class=\"contentLayout2\">", element, "</div>", out, context);
            case "layout-section" -> {
                String type = Html.escape(Xml.ac(element, "type").replace('_', '-'));
                around(
                        "<div class=\"columnLayout " + type + "\" data-layout=\"" + type + "\">",
                        element,
                        "</div>",
                        out,
                        context);
            }
            case "layout-cell" ->
                around("<div class=\"cell\"><div class=\"innerCell\">", element, "</div></div>", out, context);
            case "task-list" -> around("<ul class=\"inline-task-list\">", element, "</ul>", out, context);
            case "task" -> task(element, out, context);
            case "emoticon" -> out.append(Html.escape(emoticon(element)));
            case "placeholder", "parameter", "adf-extension" -> {
                // for the editor only
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void task(Element task, StringBuilder out, PageConversion context) {
        String status =
                Xml.acChild(task, "task-status").map(Node::getTextContent).orElse("");
        out.append(status.strip().equals("complete") ? "<li class=\"checked\">" : "<li>");
        Xml.acChild(task, "task-body").ifPresent(body -> renderer.children(body, out, context));
        out.append("</li>");
    }

    private void around(String before, Element element, String after, StringBuilder out, PageConversion context) {
        out.append(before);
        renderer.children(element, out, context);
        out.append(after);
    }

    private static String emoticon(Element element) {
        String fallback = Xml.ac(element, "emoji-fallback");
        return fallback.isEmpty() ? "(" + Xml.ac(element, "name") + ")" : fallback;
    }
}
